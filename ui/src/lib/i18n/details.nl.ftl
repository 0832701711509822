## Wat over een contactpunt geschreven is

details = Details
detail-several = Verschillend
detail-description = Wat hier gebeurt
detail-actor = Wie handelt
detail-owner = Verantwoordelijke
detail-owner-none = Niemand
detail-tags = Labels
detail-tag-add = Toevoegen, met komma’s ertussen
chip-remove = { $name } weghalen
detail-remove = { $what } weghalen

detail-experience = Beleving
detail-moment = Moment van de waarheid
detail-moment-text = Hier valt de beslissing over de hele reis.
detail-drama = Drama
detail-drama-of = Drama { $drama } van 5
detail-quote = Citaat
detail-pains = Pijnpunten, één per regel
detail-opportunities = Kansen, één per regel

detail-image = Afbeelding
detail-image-choose = Afbeelding kiezen
detail-image-change = Andere kiezen
detail-image-remove = Afbeelding verwijderen
choose-image = Afbeelding kiezen
    .files = Afbeeldingen
failure-no-image = { $path } is niet te gebruiken als afbeelding. Kies een PNG, JPEG of WebP. ({ $reason })
failure-image-nowhere = Zet een afbeelding op een contactpunt, of selecteer eerst de contactpunten.

detail-content-and-links = Inhoud en links
detail-content-what = Inhoud
detail-content-format = Vorm
detail-content-status = Status
detail-content-idea = Idee
detail-content-planned = Gepland
detail-content-in-progress = In de maak
detail-content-done = Klaar
detail-content-add = Inhoud plannen
detail-content-example = Zoals “Hoe kies ik mijn maat”
detail-link-title = Link
detail-link-address = Adres
detail-link-add = Een link toevoegen

detail-evidence = Onderbouwing
detail-evidence-none = Niets over gezegd
detail-evidence-assumed = Aangenomen
detail-evidence-observed = Waargenomen
detail-evidence-measured = Gemeten
detail-evidence-since = Laatst:
detail-evidence-day = De dag van de onderbouwing
detail-evidence-no-day = geen dag
detail-evidence-age-assumed = { $ago } aangenomen.
detail-evidence-age-observed = { $ago } waargenomen.
detail-evidence-age-measured = { $ago } gemeten.
detail-evidence-stale = Dat is { $months } maanden of langer: ga na of het nog klopt.

## Eigen kanalen

channel-own-add = Eigen kanaal …
channel-own-new = Eigen kanaal
channel-own-name = Naam van het kanaal
channel-own-icon = Pictogram
channel-own-used = { $count } contactpunten van deze kaart gebruiken het: het verandert voor alle.
channel-icon-sparkle = Schittering
channel-icon-heart = Hart
channel-icon-bell = Bel
channel-icon-book = Boek
channel-icon-camera = Camera
channel-icon-car = Auto
channel-icon-cup = Kop
channel-icon-gift = Cadeau
channel-icon-house = Huis
channel-icon-key = Sleutel
channel-icon-pin = Speld op een kaart
channel-icon-screen = Scherm
channel-icon-microphone = Microfoon
channel-icon-code = Code om te scannen
channel-icon-ticket = Kaartje
channel-icon-people = Mensen
channel-icon-watch = Horloge
channel-icon-tool = Gereedschap
measured-feeling = Gemeten met enquêtes, −2 tot +2: { $mean } (95%-interval { $low } tot { $high }), klanten die antwoordden:
