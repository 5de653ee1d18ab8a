import type { Addressee, Cable } from './cable.ts';

/** The parsed view that `show --json` and `import --dry-run --json` print. Offsets are UTF-16 units of `body`. */
export function parsedView(cable: Cable): object {
  const { header, source } = cable;
  return {
    id: cable.id,
    created: cable.created,
    released: cable.released,
    classification: cable.classification,
    origin: cable.origin,
    subject: cable.subject,
    tags: cable.tags.map(({ tag }) => tag),
    references: cable.references.map(({ label, id, kind, text }) => ({ label, id, kind, text })),
    header: {
      transmission: header.transmission,
      precedence: header.precedence,
      dtg: header.dtg,
      from: header.from,
      to: header.to.map(viewAddressee),
      info: header.info.map(viewAddressee),
      partial: header.partial,
    },
    captions: cable.captions,
    declassify: cable.declassify,
    declassifyText: cable.declassifyText,
    classifiedBy: cable.classifiedBy,
    reasons: cable.reasons,
    sections: cable.sections,
    paragraphs: cable.paragraphs.map(({ number, anchor, portion, start, end }) => ({ number, anchor, portion, start, end })),
    signature: cable.signature,
    anchors: cable.anchors.map(({ name, start }) => ({ name, start })),
    source: { format: source.format, edition: source.edition, path: source.path },
    headerText: cable.headerText,
    body: cable.body,
    problems: cable.problems.map(({ code, message }) => ({ code, message })),
  };
}

const viewAddressee = ({ route, name, precedence, number }: Addressee) => ({ route, name, precedence, number });
