# Teksten over kaarten onder elkaar, in het Nederlands.

map-duplicate = Dupliceren

## Tweelingen: een kaart van hoe het is, en een van hoe het moet worden

twin-as-is = Huidig
twin-to-be = Gewenst
twin-make = Gewenste tweeling maken
twin-made = { $title }, gewenst
twin-go = Naar tweeling “{ $title }”
twin-compare = Vergelijken met tweeling
twin-part = Tweelingen loslaten
twin-compared = Tweelingen vergelijken
twin-same = Tussen de twee is er geen verschil.
failure-no-twin = Deze kaart heeft geen tweeling meer.
    .next = Maak er een vanuit het menu van de kaart.

## Mappen

folder-move = Naar map verplaatsen
folder-new = Nieuwe map…
folder-make = Nieuwe map
folder-do = Verplaatsen
folder-none = Geen
folder-of = Map { $name }, { $count ->
    [one] 1 kaart
   *[other] { $count } kaarten
}
folder-rename = Map hernoemen
folder-delete = Map verwijderen, kaarten houden
folder-name = Naam van de map
folder-hint = “{ $title }” wordt erin gezet. Een map is er zolang er een kaart in zit.
folder-drop = Kaarten zonder map

## Templates that are kept

template-own = Mijn sjablonen
template-delete = Sjabloon “{ $title }” verwijderen
template-keep = Als sjabloon bewaren
template-keep-do = Bewaren
template-name = Naam van het sjabloon
template-kept = Bewaard worden de fasen, contactpunten, overgangen en rijen, met wat erover geschreven is. Het sjabloon staat op deze computer, voor alle werkruimten.
template-left-out = Weg blijven gebeurtenissen en alles wat klanten deden, citaten, eigenaren, links, afbeeldingen, onderbouwing en de persona.
template-unprotected = Deze werkruimte is met een wachtzin beveiligd; de sjablonen ervan zijn dat niet.


## Deelreizen: een contactpunt dat een andere kaart opent

sub-journey = Deelreis
sub-journey-none = Geen
sub-journey-opens = Opent “{ $title }”
sub-journey-go = “{ $title }” openen
sub-journey-open = De deelreis openen
sub-journey-leave = Terug uit de deelreis
sub-journey-back = Terug naar “{ $title }”
sub-journey-moved = Verder gegaan
sub-journey-reached = Op tijd bij { $title }

## Commands

command-duplicate-map = De kaart dupliceren
command-go-to-twin = Naar de tweeling gaan
command-move-to-folder = De kaart naar een map verplaatsen
command-keep-template = De kaart als sjabloon bewaren
