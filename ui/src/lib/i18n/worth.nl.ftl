# Wat klanten waard zijn, en wat hun waarden betekenen.

worth = Wie blijft, en wat ze waard zijn
worth-words = Van wie de vraag hierboven vraagt, { $period }.
worth-last = Zonder begin in de vraag is een periode de laatste 90 dagen.
worth-nobody-before = Niemand was actief in de tijd vlak voor deze periode, dus er is niemand om te behouden.
worth-period = { $from } – { $to }
worth-interval = 95%-interval: { $range }
worth-active = Actief is
worth-active-purchases = wie iets kocht
worth-active-contacts = wie contact had
worth-active-purchases-formula = Klanten met minstens één aankoop in de periode.
worth-active-contacts-formula = Klanten met minstens één contact op deze kaart in de periode.
worth-retention = Retentie
worth-retention-formula = (Actief in de periode − nieuw in de periode) ÷ klanten aan het begin: wie actief was in de even lange tijd ervoor. Wie na langere tijd terugkomt, telt hier als nieuw.
worth-churn = Verloop
worth-churn-formula = 1 − retentie.
worth-revenue = Omzet
worth-revenue-formula = De som van alle aankopen in de periode, min terugbetalingen. Waargenomen.
worth-purchases = Aankopen
worth-refunds = Terugbetalingen
worth-per-buyer = Per koper
worth-lifetime = Klantwaarde
worth-lifetime-formula = Gemiddelde aankoop × aankopen per jaar × jaren als klant (lengte van de periode ÷ verloop).
worth-projected = Geschat, niet waargenomen
worth-purchase-value = Gemiddelde aankoop
worth-per-year = Aankopen per jaar
worth-years = Jaren als klant
worth-next-year = Waarde in het komende jaar
worth-next-year-formula = Wat een klant naar verwachting besteedt in het jaar na de gegevens, volgens BG/NBD en Gamma-Gamma over alle aankopen.
worth-next-purchases = Verwachte aankopen
worth-next-buyers = Klanten waarover dit gaat
worth-nps = NPS
worth-nps-formula = Aandeel 9 en 10 − aandeel 0 tot en met 6, van het laatste antwoord van elke klant.
worth-csat = CSAT
worth-csat-formula = Aandeel 4 en 5 van 5, van het laatste antwoord van elke klant.
worth-ces = CES
worth-ces-formula = Aandeel 5 tot en met 7 van 7, van het laatste antwoord van elke klant.
worth-mean = Gemiddeld antwoord
worth-other-currencies = { $count ->
    [one] { $count } aankoop in een andere valuta telt niet mee.
   *[other] { $count } aankopen in andere valuta tellen niet mee.
}
worth-without-value = { $count ->
    [one] { $count } aankoop zonder bedrag telt niet mee.
   *[other] { $count } aankopen zonder bedrag tellen niet mee.
}
worth-lost-at = Verloren bij { $title }

stakes = Waarde op het spel
stakes-words = Klanten die op elke plek verloren gingen, maal wat wie doorging in de { $days } dagen daarna meer besteedde dan zij. Alleen wie er vroeg genoeg kwam om al die dagen voorbij te zijn, wordt vergeleken. Rood waar ook de ondergrens van het interval boven nul ligt; grijs waar het toeval kan zijn.
stakes-none = Er valt nog niets te rangschikken. Daarvoor zijn aankopen nodig na de bezoeken van deze kaart: importeer ze, of zeg hieronder welke gebeurtenis een aankoop is.
stakes-at = Plek
stakes-lost = Verloren
stakes-of-moved = Besteed door wie doorging
stakes-of-lost = Besteed door wie verloren ging
stakes-value = Op het spel
stakes-interval = Aandeel en 95%-interval
stakes-between = 95 %: { $low } tot { $high }

meanings = Wat waarden betekenen
meanings-words = Sommige gebeurtenissen hebben een getal. Zeg welke een aankoop zijn en welke een antwoord op een enquête, dan tellen ze hierboven mee.
meanings-of = Wat de waarden van { $event } betekenen
meaning-nothing = Niets bijzonders
meaning-purchase = Een aankoop
meaning-nps = NPS, 0 tot 10
meaning-csat = CSAT, 1 tot 5
meaning-ces = CES, 1 tot 7
