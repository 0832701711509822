# Texts of commands and places, in English.

places = Places
place-map = Map
place-customers = Customers
go-map = Go to the map
go-customers = Go to the customers

command-grow = Add a touchpoint beside
command-add-stage = Add a stage at the end
command-rename = Rename
command-nudge = Move the cards
command-leap = Move the cards far
command-activate = Select, or rename what is selected
command-toggle = Add to the selection, or take out
command-select-all = Select all touchpoints
command-escape = Back out, or select nothing
command-walk-cards = Along the journey
command-walk-transitions = To another transition of the card
command-fit-selection = Show the selection
command-import = Import a file
command-export = Export the map
command-save = Save (everything is saved as you go)
command-new-window = Open the map in a new window
command-quit = Quit Touchline
command-language = Language: { $name }
command-next-map = Next map
command-previous-map = Previous map
ask-level-touchpoint = Count between touchpoints
ask-level-stage = Count between stages
ask-unit-customers = Count customers
ask-unit-visits = Count visits
ask-mode-next = Count the next visit only
ask-mode-eventual = Count any later visit
ask-repeats-collapse = Take repeats together
ask-repeats-keep = Count repeats apart

key-space = Space
key-escape = Esc
key-pageup = Page Up
key-pagedown = Page Down

palette = Commands
palette-search = Do or find something
palette-offers = What can be done or gone to
palette-none = Nothing is called that.
palette-open = Search
command-palette = Find a command, a map or a touchpoint
shortcuts = Keyboard shortcuts
shortcuts-window = The window
shortcuts-edit = Editing
shortcuts-map = The map
shortcuts-question = The question
command-undo = Undo
command-redo = Redo
command-level = Switch between touchpoints and stages
command-view-only = View only
command-edit-again = Edit again
