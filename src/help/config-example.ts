/* A config.json to begin with: in docs/config.md and from `cables config example`. A test checks it. */
export const configExample = `{
  "$schema": "./config.schema.json",
  // Keys: one, a sequence, or a list; [] takes them away.
  "keys": {
    "keep": "K",
    "previous-cable": "[",
    "go-unread": ["g u", "g n"],
    "narrow": []
  },
  "theme": "light",
  "colours": { "accent": "bold magenta", "tag": "#005f87" },
  "columns": ["created", "id", "classification", "subject", "tags"],
  "links": { "cable": "https://example.org/{year}/{month}/{id}.html" },
  "favourites": ["follow-up", "quote", "check"],
  "zone": "Europe/Berlin"
}
`;
