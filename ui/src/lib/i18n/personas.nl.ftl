### Persona’s en hun bladen.

persona-add = Nieuwe persona
persona-new = Nieuwe persona
personas-none = Voeg een persona toe om te zeggen wiens reis een kaart vertelt.
personas-none-text = Een persona is een soort klant met een gezicht: wie het is, wat die wil en wat in de weg staat. Kaarten vertellen de reizen van persona’s.
persona-delete = Persona verwijderen
persona-export = Exporteren…
persona-sheet = Blad van { $name }
persona-kind = Soort
persona-no-kind = niet gezegd
persona-segment = Staat voor de klanten in
persona-no-segment = geen segment
persona-share-is = { $share } van alle klanten: { $customers } van { $of }
persona-share-none = Kies een segment om te tellen voor hoeveel van de klanten deze persona staat.
persona-line-each = Een per regel
persona-about = Wie dit is
persona-wants = Wat deze persona beweegt
persona-likes = Kanalen, merken en eigenschappen
persona-data = Klanten

## De avatar

persona-photo = Foto
persona-photo-choose = Foto kiezen
persona-photo-change = Andere kiezen
persona-photo-remove = Foto verwijderen, en de avatar tonen
avatar = Avatar
avatar-face = Gezicht
avatar-face-plain = gewoon
avatar-face-freckles = sproeten
avatar-face-glasses = bril
avatar-face-moustache = snor
avatar-face-beard = baard
avatar-hair = Haar
avatar-hair-short = kort
avatar-hair-parted = met scheiding
avatar-hair-curly = krullen
avatar-hair-bob = halflang
avatar-hair-long = lang
avatar-hair-bun = knot
avatar-hair-headscarf = hoofddoek
avatar-hair-bald = geen
avatar-tint = Kleur

## Kanalen, merken en eigenschappen

persona-channel-add = Kanaal toevoegen…
persona-brand-add = Merk toevoegen
persona-trait-add = Eigenschap toevoegen
persona-trait-low = Het ene uiterste
persona-trait-high = Het andere uiterste
persona-trait-value = Tussen { $low } en { $high }
persona-trait-remove = Eigenschap weghalen
persona-trait-new-low = rustig
persona-trait-new-high = haastig
sentiment-of = Hoe { $who } zich voelt
feeling-quote = In eigen woorden

## Een blad exporteren

export-sheet-title = Blad exporteren
export-sheet-text = Het blad zoals het getoond wordt, met het aandeel van de klanten van vandaag.

## Wat de gegevens zeggen

persona-facts = Wat de gegevens zeggen
persona-facts-all = Klanten, { $share } van alle
persona-facts-segment = Uit het segment
persona-facts-picked = Met de hand gekozen
persona-facts-excluded = Met de hand uitgesloten
persona-facts-shared = Ook van een andere persona
persona-facts-revenue = Omzet per koper, waargenomen
persona-facts-score = { $survey }
persona-facts-stages = Waar ze staan op “{ $map }”
persona-facts-nowhere = Niet op deze kaart
persona-facts-channels = Kanalen die ze gebruikten
persona-differs = Wat er staat en niet zo is
persona-differs-channel = Verkiest andere kanalen, maar { $share } van de klanten gebruikte “{ $found }”:
persona-differs-place = Zou in { $written } zijn, maar { $share } van de klanten is in { $found }:
persona-differs-age = Zou { $written } zijn, maar de middelste leeftijd van de klanten is { $found }:
