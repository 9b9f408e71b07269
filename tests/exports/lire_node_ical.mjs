// Prints, as JSON, what node-ical reads of a calendar file. Its days are midnights of the zone it runs in: UTC here.
import ical from "node-ical";

const dire = (instant, jour) => (jour ? instant.toISOString().slice(0, 10) : instant.toISOString().replace(/:\d\d\.000Z$/, "Z"));

const evenements = Object.values(ical.sync.parseFile(process.argv[2]))
  .filter((e) => e.type === "VEVENT")
  .map((e) => {
    const jour = e.datetype === "date";
    return [e.uid, dire(e.start, jour), dire(e.end, jour), e.status, e.summary, e.description ?? ""];
  });
console.log(JSON.stringify(evenements));
