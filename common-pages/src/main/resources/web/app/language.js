// The texts of scripts, in the page's language.

const english = document.documentElement.lang === 'en';

export const say = (swedish, inEnglish) => (english ? inEnglish : swedish);

export const number = new Intl.NumberFormat(english ? 'en-GB' : 'sv-SE');
