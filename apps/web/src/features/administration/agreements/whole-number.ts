/** Whether what was typed is a whole number, or nothing at all; never rounded behind somebody's back. */
export const isWhole = (text: string): boolean => /^(-?\d{1,9})?$/.test(text.trim());
