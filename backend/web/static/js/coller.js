// What is pasted from Word or a page into a long text becomes Markdown: lists, bold, headings, links. Nothing is fetched
// nor run: everything stays in the inert document of the parser. The server does the same for what reaches it as HTML.

const TUS = new Set(["STYLE", "SCRIPT", "HEAD", "TITLE", "META", "LINK", "TEMPLATE", "XML"]);
const BLOCS = new Set(["P", "DIV", "LI", "UL", "OL", "TABLE", "TR", "BLOCKQUOTE", "PRE", "SECTION", "ARTICLE"]);
const MIS_EN_FORME = "b, strong, i, em, ul, ol, h1, h2, h3, h4, h5, h6, a[href], table, [class^=Mso], [style*=mso-list]";

const estTitre = (n) => /^H[1-6]$/.test(n.nodeName);
const estBloc = (n) => n.nodeType === Node.ELEMENT_NODE && (BLOCS.has(n.nodeName) || estTitre(n));
const echapper = (texte) => texte.replace(/[*`]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, "\\$&");
const style = (n) => (n.getAttribute?.("style") ?? "").replace(/\s+/g, "").toLowerCase();
const propre = (texte) => texte.replace(/[ \t\r\n]+/g, " ");

function graisse(n) {
  const pose = style(n).match(/(?<![\w-])font-weight:(\w+)/)?.[1];
  return pose ? /^(bold|bolder|[6-9]00)$/.test(pose) : n.nodeName === "B" || n.nodeName === "STRONG";
}

function penche(n) {
  const pose = style(n).match(/(?<![\w-])font-style:(\w+)/)?.[1];
  return pose ? pose === "italic" : n.nodeName === "I" || n.nodeName === "EM";
}

function lien(n, texte) {
  const adresse = n.getAttribute("href") ?? "";
  if (!/^(https?:\/\/|mailto:)\S+$/i.test(adresse)) return texte;
  const nue = adresse.replace(/^mailto:/i, "");
  if (texte.trim().replaceAll("\\", "") === nue || texte.trim() === adresse) return `<${nue}>`;
  return `[${texte.trim().replace(/[[\]]/g, "\\$&")}](${adresse.replaceAll("(", "%28").replaceAll(")", "%29")})`;
}

function marquer(texte, marque) {
  const [, avant, noyau, apres] = texte.match(/^(\s*)([\s\S]*?)(\s*)$/);
  return /[\p{L}\p{N}]/u.test(noyau) && !noyau.includes("\n") ? avant + marque + noyau + marque + apres : texte;
}

// The words of a block, with the marks of what is inside; `nu`: no bold in a heading.
function mots(noeud, nu = false) {
  let texte = "";
  for (const n of noeud.childNodes) {
    if (n.nodeType === Node.TEXT_NODE) texte += echapper(propre(n.data));
    else if (n.nodeName === "BR") texte += "\n";
    else if (n.nodeType === Node.ELEMENT_NODE && !TUS.has(n.nodeName) && !style(n).includes("mso-list:ignore")) {
      let dedans = mots(n, nu);
      if (!nu && penche(n)) dedans = marquer(dedans, "*");
      if (!nu && graisse(n)) dedans = marquer(dedans, "**");
      texte += n.nodeName === "A" ? lien(n, dedans) : dedans;
    }
  }
  return texte;
}

const lignes = (texte) => texte.split("\n").map((l) => l.replace(/ +/g, " ").trim());
const poser = (texte, prefixe, suite) =>
  lignes(texte).filter(Boolean).map((l, i) => (i ? suite : prefixe) + l).join("\n");

function itemDeWord(n) {
  const niveau = style(n).match(/mso-list:l\d+level([1-9])/)?.[1];
  if (!niveau) return null;
  const signe = [...n.querySelectorAll("[style]")].find((s) => style(s).includes("mso-list:ignore"))?.textContent ?? "";
  const numero = signe.trim().match(/^\(?(\d{1,3})[.)]$/)?.[1];
  const marge = "  ".repeat(Number(niveau) - 1);
  return poser(mots(n), `${marge}${numero ? `${numero}.` : "-"} `, `${marge}  `);
}

function liste(n, marge) {
  let rang = Number(n.getAttribute("start") || 1);
  const items = [];
  for (const li of n.children) {
    if (li.nodeName === "UL" || li.nodeName === "OL") items.push(liste(li, `${marge}  `));
    if (li.nodeName !== "LI") continue;
    const signe = n.nodeName === "OL" ? `${rang}. ` : "- ";
    const suite = marge + " ".repeat(signe.length);
    rang += 1;
    const morceaux = blocs(li, suite);
    const premier = morceaux[0]?.texte ?? "";
    items.push([marge + signe + premier.trimStart(), ...morceaux.slice(1).map((m) => m.texte)].join("\n"));
  }
  return items.join("\n");
}

const tableau = (n) =>
  [...n.querySelectorAll("tr")]
    .map((tr) => [...tr.children].map((c) => lignes(mots(c)).filter(Boolean).join(" ")).join(" | "))
    .join("\n");

// The blocks of an element in order, each with whether it is an item, so that items follow each other without a gap.
function blocs(noeud, marge = "") {
  const trouves = [];
  let attente = noeud.ownerDocument.createElement("span");
  const ajouter = (texte, item = false) => texte.trim() && trouves.push({ texte, item });
  const vider = () => {
    ajouter(poser(mots(attente), marge, marge));
    attente = noeud.ownerDocument.createElement("span");
  };
  for (const n of noeud.childNodes) {
    if (TUS.has(n.nodeName)) continue;
    if (!estBloc(n) && !n.querySelector?.("p, div, ul, ol, table, h1, h2, h3, h4, h5, h6")) {
      attente.append(n.cloneNode(true));
      continue;
    }
    vider();
    if (estTitre(n)) ajouter(poser(mots(n, true).replaceAll("\n", " "), `${"#".repeat(Number(n.nodeName[1]))} `, ""));
    else if (n.nodeName === "UL" || n.nodeName === "OL") ajouter(liste(n, marge), true);
    else if (n.nodeName === "TABLE") ajouter(tableau(n));
    else if (n.nodeName === "P" && itemDeWord(n)) ajouter(itemDeWord(n), true);
    else trouves.push(...blocs(n, marge));
  }
  vider();
  return trouves;
}

function enMarkdown(html) {
  const page = new DOMParser().parseFromString(html, "text/html");
  if (!page.body.querySelector(MIS_EN_FORME)) return null;
  const morceaux = blocs(page.body);
  return morceaux
    .map((m, i) => (i === 0 ? "" : m.item && morceaux[i - 1].item ? "\n" : "\n\n") + m.texte)
    .join("")
    .replace(/\u00a0+$/gm, "")
    .trim();
}

document.addEventListener("paste", (evenement) => {
  const zone = evenement.target;
  if (!(zone instanceof HTMLTextAreaElement) || !("markdown" in zone.dataset)) return;
  const texte = enMarkdown(evenement.clipboardData?.getData("text/html") ?? "");
  if (!texte) return;
  evenement.preventDefault();
  // The only way that « annuler » of the browser undoes; deprecated, and everywhere.
  if (!document.execCommand("insertText", false, texte)) {
    zone.setRangeText(texte, zone.selectionStart, zone.selectionEnd, "end");
    zone.dispatchEvent(new Event("input", { bubbles: true }));
  }
});
