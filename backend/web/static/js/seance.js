/* A meeting as it is held: notes are saved as they are typed and wait for the network in the page, attendance is pointed
   without leaving one's place, and the keyboard (or the clicker of a projector) goes from item to item.
   Without this script every form of the page is sent as any other. */

const PAUSE = 8000;
const REESSAI = 5000;
const RELEVE = 10000;
const seance = document.querySelector("[data-seance]");
const reseau = document.querySelector("[data-reseau]");
const ENTETES = { "Content-Type": "application/x-www-form-urlencoded" };

const heure = (quand) => `${quand.getHours()}\u00a0h\u00a0${String(quand.getMinutes()).padStart(2, "0")}`;
const champs = (formulaire, bouton) => {
  const corps = new FormData(formulaire);
  if (bouton?.name) corps.set(bouton.name, bouton.value);
  return new URLSearchParams(corps);
};

/* Notes of one item. What was read travels with what was typed: two secretaries lose no word of one another. */
function suivreLesNotes(formulaire) {
  const zone = formulaire.elements.notes;
  const lu = formulaire.elements.lu;
  const etat = formulaire.querySelector("[data-etat-notes]");
  let minuteur = 0;
  let envoi = null;
  let arrete = false;

  const dire = (texte) => {
    etat.textContent = texte;
  };
  const plusTard = (delai) => {
    clearTimeout(minuteur);
    minuteur = setTimeout(enregistrer, delai);
  };
  const change = () => zone.value !== lu.value;

  /* True once everything typed is on the server. */
  async function enregistrer() {
    clearTimeout(minuteur);
    if (arrete || !change()) return !arrete;
    if (envoi) {
      await envoi;
      return enregistrer();
    }
    const parti = zone.value;
    envoi = envoyer(parti);
    const bien = await envoi;
    envoi = null;
    if (bien && zone.value !== lu.value) plusTard(PAUSE);
    return bien;
  }

  async function envoyer(parti) {
    let reponse;
    try {
      reponse = await fetch(formulaire.action, {
        method: "POST",
        headers: { ...ENTETES, Accept: "application/json" },
        body: new URLSearchParams({ lu: lu.value, notes: parti }),
      });
    } catch {
      dire("Réseau perdu\u00a0: vos notes restent dans cette page, nouvel essai dans cinq secondes.");
      plusTard(REESSAI);
      return false;
    }
    if (reponse.ok) {
      const { notes } = await reponse.json();
      const reuni = notes !== parti;
      lu.value = zone.value === parti ? notes : parti;
      if (zone.value === parti && reuni) zone.value = notes;
      dire(`Notes enregistrées à ${heure(new Date())}${reuni ? ", avec celles de l’autre personne" : ""}`);
      return true;
    }
    if (reponse.status === 409) {
      arrete = true;
      dire("Quelqu’un d’autre a écrit sur les mêmes mots\u00a0: enregistrez les notes pour comparer les deux textes.");
    } else if (reponse.status === 401 || reponse.status >= 500) {
      dire("Notes pas encore enregistrées\u00a0: laissez cette page ouverte, nouvel essai dans cinq secondes.");
      plusTard(REESSAI);
    } else {
      arrete = true;
      dire("Ces notes ne s’enregistrent pas à mesure\u00a0: enregistrez-les pour savoir pourquoi.");
    }
    return false;
  }

  zone.addEventListener("input", () => plusTard(PAUSE));
  zone.addEventListener("blur", () => enregistrer());
  window.addEventListener("online", () => enregistrer());
  formulaire.addEventListener("keydown", (evenement) => {
    if (evenement.key === "Enter" && (evenement.ctrlKey || evenement.metaKey)) {
      evenement.preventDefault();
      enregistrer();
    }
  });
  /* Sent as a form only once the notes are kept: a lost network never replaces the page they are in. */
  formulaire.addEventListener("submit", async (evenement) => {
    const bouton = evenement.submitter;
    if (arrete) return;
    evenement.preventDefault();
    if (!(await enregistrer()) && !arrete) return;
    if (!arrete && bouton?.name !== "geste") return;
    if (!navigator.onLine) return;
    if (bouton?.name) {
      const geste = Object.assign(document.createElement("input"), { type: "hidden", name: bouton.name });
      geste.value = bouton.value;
      formulaire.append(geste);
    }
    formulaire.submit();
  });
  /* What the other person wrote, taken in only where nothing is being typed: else it is put together on saving. */
  const recevoir = (notes) => {
    if (arrete || envoi || change() || notes === zone.value || document.activeElement === zone) return;
    zone.value = notes;
    lu.value = notes;
    dire(`Notes de l’autre personne, reçues à ${heure(new Date())}`);
  };
  return { enregistrer, change, recevoir, point: formulaire.closest("[data-point]").dataset.point };
}

/* Attendance: one line at a time, in order, waiting for the network. */
const attente = [];
let vidange = null;

function pointer(formulaire, bouton) {
  const cle = formulaire.elements.siege?.value ?? formulaire.action;
  const deja = attente.findIndex((a) => a.cle === cle);
  if (deja >= 0) attente.splice(deja, 1);
  attente.push({ cle, action: formulaire.action, corps: champs(formulaire, bouton), focus: formulaire.elements.etat?.id });
  vidange ??= vider().finally(() => {
    vidange = null;
  });
}

async function vider() {
  while (attente.length) {
    const { action, corps, focus } = attente[0];
    let reponse;
    try {
      reponse = await fetch(action, { method: "POST", headers: ENTETES, body: corps });
    } catch {
      reseau.textContent = "Réseau perdu\u00a0: les présences attendent dans cette page.";
      await new Promise((suite) => setTimeout(suite, REESSAI));
      continue;
    }
    attente.shift();
    reseau.textContent = "";
    const page = new DOMParser().parseFromString(await reponse.text(), "text/html");
    const neuves = page.getElementById("presences");
    const marque = page.querySelector("[data-seance]")?.dataset.presences;
    if (neuves && marque) seance.dataset.presences = marque;
    if (!neuves) {
      reseau.textContent = "Cette présence n’est pas enregistrée\u00a0: rechargez la page.";
    } else if (!attente.length) {
      const ici = document.activeElement?.closest("#presences") ? document.activeElement.id || focus : null;
      document.getElementById("presences").replaceWith(neuves);
      if (ici) document.getElementById(ici)?.focus();
      neuves.querySelector(".erreurs")?.focus();
    }
  }
}

if (seance) {
  const notes = new Map([...seance.querySelectorAll("[data-notes]")].map((f) => [f, suivreLesNotes(f)]));

  seance.addEventListener("change", (evenement) => {
    const formulaire = evenement.target.closest("[data-pointage]");
    if (!formulaire) return;
    /* Represented: by whom is asked first. */
    const qui = formulaire.elements.represente_par;
    const represente = formulaire.elements.etat.value === "represente";
    if (represente && qui && !qui.value && !formulaire.elements.representant.value.trim()) {
      qui.focus();
      return;
    }
    pointer(formulaire);
  });
  seance.addEventListener("submit", (evenement) => {
    if (!evenement.target.matches("[data-pointage]")) return;
    evenement.preventDefault();
    pointer(evenement.target, evenement.submitter);
  });

  /* One item open at a time: the current one, also that of the next decision. */
  const details = [...seance.querySelectorAll("details[data-point]")];
  const porter = seance.querySelector("[data-porter]");
  const choixDuPoint = seance.querySelector("[data-decider] [name=point]");
  for (const d of details) {
    d.addEventListener("toggle", () => {
      const titre = d.querySelector("summary");
      if (!d.open) {
        titre.removeAttribute("aria-current");
        return;
      }
      for (const autre of details) if (autre !== d) autre.open = false;
      titre.setAttribute("aria-current", "step");
      if (choixDuPoint) choixDuPoint.value = d.dataset.point;
      if (porter) porter.search = new URLSearchParams({ point: d.dataset.point });
    });
  }

  function aller(de) {
    const place = details.findIndex((d) => d.open);
    const voisin = details[place < 0 ? 0 : place + de];
    if (!voisin) return;
    for (const suivi of notes.values()) if (suivi.change()) suivi.enregistrer();
    voisin.open = true;
    const titre = voisin.querySelector("summary");
    titre.focus();
    titre.scrollIntoView({ block: "start" });
  }
  document.addEventListener("keydown", (evenement) => {
    const de = { PageDown: 1, PageUp: -1 }[evenement.key];
    if (!de || evenement.ctrlKey || evenement.metaKey || !details.length) return;
    evenement.preventDefault();
    aller(de);
  });

  /* What somebody else does meanwhile, asked every ten seconds and answered in a few bytes when nothing changed. */
  const ailleurs = seance.querySelector("[data-ailleurs]");
  let etag = null;
  let vu = null;

  async function relever() {
    if (document.hidden || attente.length || vidange) return;
    try {
      const reponse = await fetch(seance.dataset.vif, { headers: etag ? { "If-None-Match": etag } : {}, cache: "no-store" });
      if (reponse.status === 200) {
        etag = reponse.headers.get("ETag");
        vu = await reponse.json();
      }
      if (vu) await appliquer();
    } catch {
      /* No network: asked again in ten seconds; what waits here says so itself. */
    }
  }

  async function appliquer() {
    for (const suivi of notes.values()) if (suivi.point in vu.notes) suivi.recevoir(vu.notes[suivi.point]);
    if (vu.suite !== seance.dataset.suite && !ailleurs.textContent) {
      const lien = Object.assign(document.createElement("a"), { href: location.href, textContent: "recharger la page" });
      ailleurs.append("Quelqu’un d’autre a changé un point, une décision ou l’état de la séance\u00a0: ", lien, ".");
      lien.addEventListener("click", (evenement) => {
        evenement.preventDefault();
        location.reload();
      });
    }
    const dedans = document.activeElement?.closest("#presences");
    if (vu.presences === seance.dataset.presences || dedans || attente.length || vidange) return;
    const reponse = await fetch(location.href);
    const page = new DOMParser().parseFromString(await reponse.text(), "text/html");
    const neuves = page.getElementById("presences");
    if (!neuves || attente.length || vidange || document.activeElement?.closest("#presences")) return;
    document.getElementById("presences").replaceWith(neuves);
    seance.dataset.presences = page.querySelector("[data-seance]").dataset.presences;
  }

  if (seance.dataset.vif) setInterval(relever, RELEVE);

  window.addEventListener("beforeunload", (evenement) => {
    if (attente.length || [...notes.values()].some((suivi) => suivi.change())) evenement.preventDefault();
  });
}
