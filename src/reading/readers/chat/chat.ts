/** Chats come as text of many forms; which one it is, the text says. */
export { readText as readChat } from '../text/text.ts';
