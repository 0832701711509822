# Hoe de afbeelding en het venster dezelfde dingen noemen. Beide lezen dit bestand, zodat geen van beide afwijkt.
# Voor de afbeelding zijn berichten en termen met één naam hetzelfde; vandaar het voorvoegsel.

-word-drop-off = { $form ->
    [start] Uitval
   *[inside] uitval
}
-word-conversion = { $form ->
    [start] Conversie
   *[inside] conversie
}
-word-ghost-path = { $form ->
    [start] Spookpad
   *[inside] spookpad
}
-word-in-progress = { $form ->
    [start] Onderweg
   *[inside] onderweg
}
-word-came-back-late = { $form ->
    [start] Te laat terug
   *[inside] te laat terug
}
-word-never-came-back = { $form ->
    [start] Niet terug
   *[inside] niet terug
}
-word-stayed = { $form ->
    [start] Gebleven
   *[inside] gebleven
}
-word-window = Termijn
-word-coverage = Dekking
-word-touchpoint = { $form ->
    [start] Contactpunt
   *[inside] contactpunt
}
-word-stage = { $form ->
    [start] Fase
   *[inside] fase
}
-word-transition = Overgang
-word-goal = Doel
-word-channel = Kanaal

channel-website = Website
channel-app = App
channel-search = Zoeken
channel-advertisement = Advertentie
channel-social = Sociale media
channel-email = E-mail
channel-message = Bericht
channel-phone = Telefoon
channel-chat = Chat
channel-store = Winkel
channel-person = Persoonlijk
channel-print = Drukwerk
channel-event = Evenement
channel-payment = Betaling
channel-delivery = Bezorging
channel-review = Beoordeling
channel-support = Klantenservice
channel-post = Post
channel-referral = Doorverwijzing
channel-partner = Partner

sentiment-very-negative = zeer negatief
sentiment-negative = negatief
sentiment-neutral = neutraal
sentiment-positive = positief
sentiment-very-positive = zeer positief

actor-customer = Klant
actor-front-stage = Voor de schermen
actor-back-stage = Achter de schermen

evidence-assumed = aangenomen
evidence-observed = waargenomen
evidence-measured = gemeten

lane-emotion = Emotie
lane-actions = Acties
lane-thoughts = Gedachten
lane-pains = Pijnpunten
lane-opportunities = Kansen
lane-content = Content
lane-channels = Kanalen
lane-kpis = Meetwaarden
lane-front-stage = Voor de schermen
lane-back-stage = Achter de schermen
lane-support = Ondersteuning
lane-storyboard = Storyboard
lane-own = Eigen rij

## Van twee toestanden van een kaart

mark-added = Toegevoegd
mark-removed = Verwijderd
mark-changed = Gewijzigd
mark-moved = Verplaatst

## Van persona’s: hun soorten, en wat over hen geschreven is

persona-kind-primary = Primaire persona
persona-kind-secondary = Secundaire persona
persona-kind-negative = Negatieve persona
persona-kind-internal = Interne persona
persona = Persona
persona-role = Rol
persona-age = Leeftijd
persona-place = Plaats
persona-share = Aandeel van alle klanten
persona-channels = Kanalen
persona-brands = Merken
persona-goals = Doelen
persona-frustrations = Frustraties
persona-needs = Behoeften
persona-motivations = Drijfveren
persona-traits = Eigenschappen
persona-quote = Citaat
persona-description = Biografie

tile-at-start = Klanten aan het begin
tile-active = Actieve klanten
tile-kept = Klanten die bleven
tile-gone = Klanten die vertrokken
tile-fresh = Nieuwe klanten
tile-won-back = Teruggewonnen klanten
tile-buyers = Kopers
tile-answered = Wie de enquête invulde
tile-felt = Wie een enquête over een contactpunt invulde
tile-answered-good = Wie goed antwoordde
tile-answered-between = Wie ertussenin antwoordde
tile-answered-bad = Wie slecht antwoordde

flaw-same-key = Klanten met dezelfde sleutel
flaw-same-email = Klanten met hetzelfde e-mailadres
flaw-without-interactions = Klanten zonder interacties
flaw-lacking = Klanten zonder “{ $attribute }”
flaw-future = Klanten met interacties in de toekomst
flaw-out-of-order = Klanten met interacties in de verkeerde volgorde
flaw-ties = Klanten die op twee plekken tegelijk zijn
flaw-date-only = Klanten met dagen zonder tijdstip
flaw-unmatched = Klanten met gebeurtenissen op geen enkele kaart
flaw-without-channel = Klanten met interacties zonder kanaal
flaw-without-value = Klanten met interacties zonder waarde
flaw-other-currency = Klanten met aankopen die in geen som meetellen

## Rond een kaart die bekeken wordt

canvas-outline = Overzicht van de kaart in tekst
canvas-outline-leads-to = Leidt naar
canvas-outline-ghosts = Wegen die klanten nemen en die niet op de kaart staan
canvas-zoom-in = Inzoomen
canvas-zoom-out = Uitzoomen
canvas-zoom-fit = De hele kaart tonen
