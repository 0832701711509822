# Teksten van opdrachten en plekken, in het Nederlands.

places = Plekken
place-map = Kaart
place-customers = Klanten
go-map = Naar de kaart
go-customers = Naar de klanten

command-grow = Contactpunt ernaast toevoegen
command-add-stage = Fase aan het einde toevoegen
command-rename = Hernoemen
command-nudge = Kaartjes verplaatsen
command-leap = Kaartjes ver verplaatsen
command-activate = Selecteren, of hernoemen wat geselecteerd is
command-toggle = Aan de selectie toevoegen, of eruit halen
command-select-all = Alle contactpunten selecteren
command-escape = Terug, of niets selecteren
command-walk-cards = Langs de klantreis
command-walk-transitions = Naar een andere overgang van het kaartje
command-fit-selection = De selectie tonen
command-import = Bestand importeren
command-export = De kaart exporteren
command-save = Opslaan (alles wordt vanzelf opgeslagen)
command-new-window = Kaart openen in een nieuw venster
command-quit = Touchline afsluiten
command-language = Taal: { $name }
command-next-map = Volgende kaart
command-previous-map = Vorige kaart
ask-level-touchpoint = Tussen contactpunten tellen
ask-level-stage = Tussen fasen tellen
ask-unit-customers = Klanten tellen
ask-unit-visits = Bezoeken tellen
ask-mode-next = Alleen het volgende bezoek tellen
ask-mode-eventual = Elk later bezoek tellen
ask-repeats-collapse = Herhalingen samennemen
ask-repeats-keep = Herhalingen apart tellen

key-space = Spatie
key-escape = Esc
key-pageup = Page Up
key-pagedown = Page Down

palette = Opdrachten
palette-search = Iets doen of vinden
palette-offers = Wat u kunt doen of waar u heen kunt
palette-none = Niets heet zo.
palette-open = Zoeken
command-palette = Een opdracht, kaart of contactpunt vinden
shortcuts = Sneltoetsen
shortcuts-window = Het venster
shortcuts-edit = Bewerken
shortcuts-map = De kaart
shortcuts-question = De vraag
command-undo = Ongedaan maken
command-redo = Opnieuw doen
command-level = Wisselen tussen contactpunten en fasen
command-view-only = Alleen bekijken
command-edit-again = Weer bewerken
