// The world's time as people of the country read it.

import { locale, t } from "./words.js";

const ZONE = "Asia/Almaty";
const ZONE_SHIFT_S = 5 * 3600;
const DAY_S = 86400;
const KK_MONTHS = ["қаңтар", "ақпан", "наурыз", "сәуір", "мамыр", "маусым", "шілде", "тамыз", "қыркүйек", "қазан", "қараша", "желтоқсан"];
const KK_DAYS = ["жс", "дс", "сс", "ср", "бс", "жм", "сн"];
const INTL = { kk: "kk-KZ", ru: "ru-RU", en: "en-GB" };

function format(seconds, options) {
  return new Intl.DateTimeFormat(INTL[locale()], { timeZone: ZONE, ...options }).format(new Date(seconds * 1000));
}

/** «14:05» */
export const clockTime = (seconds) => format(seconds, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });

/** «пн, 3 августа»; the Kazakh names stand here because many browsers do not know them. */
export function longDay(seconds) {
  if (locale() !== "kk") return format(seconds, { weekday: "short", day: "numeric", month: "long" });
  const local = new Date((seconds + ZONE_SHIFT_S) * 1000);
  return `${KK_DAYS[local.getUTCDay()]}, ${local.getUTCDate()} ${KK_MONTHS[local.getUTCMonth()]}`;
}

/** A number that is equal for two moments of one local day. */
export const dayNumber = (seconds) => Math.floor((seconds + ZONE_SHIFT_S) / DAY_S);

/** The day's name between messages: «today» or the date. */
export const dayName = (seconds, now) => (dayNumber(seconds) === dayNumber(now) ? t("today") : longDay(seconds));

/** Seconds from `now` to the next 09:00 of the local clock. */
export function untilNine(now) {
  const ofDay = (now + ZONE_SHIFT_S) % DAY_S;
  const wait = 9 * 3600 - ofDay;
  return Math.ceil(wait > 0 ? wait : wait + DAY_S);
}
