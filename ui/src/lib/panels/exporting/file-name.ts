/** A title as the name of a file that every system takes. */
export function fileName(title: string): string {
  const letters = [...title.normalize("NFC")]
    .map((letter) => (/[\p{Cc}\p{Cf}<>:"/\\|?*]/u.test(letter) ? " " : letter))
    .join("")
    .replace(/\s+/gu, " ")
    .replace(/^[ .]+|[ .]+$/gu, "");
  return [...letters].slice(0, 80).join("").trim() || "map";
}
