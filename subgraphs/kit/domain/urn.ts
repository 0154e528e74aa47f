/** The form of a URN, the register's number of a school, as PostgreSQL and JavaScript read it. */
export const URN_FORM = '^[1-9][0-9]{5}$';
export const URN = new RegExp(URN_FORM);

/** Whether a text is a URN by its form. */
export const isUrn = (text: string): boolean => URN.test(text);
