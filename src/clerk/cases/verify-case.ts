/** Every byte and every record, checked again. */
export { verifyCase } from '../../casefile/verify.ts';
