// Prints, as JSON, what ical.js (the engine of Thunderbird and Nextcloud) reads of a calendar file.
import { readFileSync } from "node:fs";
import ICAL from "ical.js";

const calendrier = new ICAL.Component(ICAL.parse(readFileSync(process.argv[2], "utf8")));
ICAL.TimezoneService.reset();
for (const fuseau of calendrier.getAllSubcomponents("vtimezone")) {
  ICAL.TimezoneService.register(new ICAL.Timezone(fuseau));
}

const dire = (temps) =>
  temps.isDate ? temps.toString() : temps.toJSDate().toISOString().replace(/:\d\d\.000Z$/, "Z");

const evenements = calendrier.getAllSubcomponents("vevent").map((composant) => {
  const evenement = new ICAL.Event(composant);
  return [
    evenement.uid,
    dire(evenement.startDate),
    dire(evenement.endDate),
    composant.getFirstPropertyValue("status"),
    evenement.summary,
    evenement.description ?? "",
  ];
});
console.log(JSON.stringify(evenements));
