/** A number of law in a text, by rule and name: `{PLT-12.refuse}`, or in digits `{PDEF-02.first_reply|digits}`. */
export const SLOT = /\{((?:[A-Z]{2,4}-\d{2}|REQ-ID))\.([A-Za-z_]+)(\|digits)?\}/g;
