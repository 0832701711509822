# Texts about maps among others, in English.

map-duplicate = Duplicate

## Twins: a map of how things are, and one of how they are to be

twin-as-is = As-is
twin-to-be = To-be
twin-make = Make a to-be twin
twin-made = { $title }, to-be
twin-go = Go to twin “{ $title }”
twin-compare = Compare with twin
twin-part = Let the twins go
twin-compared = Compare twins
twin-same = Nothing differs between the two.
failure-no-twin = This map has no twin any more.
    .next = Make one from the menu of the map.

## Folders

folder-move = Move to folder
folder-new = New folder…
folder-make = New folder
folder-do = Move
folder-none = None
folder-of = Folder { $name }, { $count ->
    [one] 1 map
   *[other] { $count } maps
}
folder-rename = Rename folder
folder-delete = Delete folder, keep maps
folder-name = Name of the folder
folder-hint = “{ $title }” is moved into it. A folder is there for as long as a map is in it.
folder-drop = Maps without a folder

## Templates that are kept

template-own = My templates
template-delete = Delete template “{ $title }”
template-keep = Keep as a template
template-keep-do = Keep
template-name = Name of the template
template-kept = Kept are the stages, touchpoints, transitions and lanes, with what is written of them. The template is on this machine, for all workspaces.
template-left-out = Left out are events and all that customers did, quotes, owners, links, images, evidence and the persona.
template-unprotected = This workspace is protected by a passphrase; its templates are not.

## Sub-journeys: a touchpoint that opens another map

sub-journey = Sub-journey
sub-journey-none = None
sub-journey-opens = Opens “{ $title }”
sub-journey-go = Open “{ $title }”
sub-journey-open = Open the sub-journey
sub-journey-leave = Back from the sub-journey
sub-journey-back = Back to “{ $title }”
sub-journey-moved = Moved on
sub-journey-reached = Reached { $title } in time

## Commands

command-duplicate-map = Duplicate the map
command-go-to-twin = Go to the twin
command-move-to-folder = Move the map to a folder
command-keep-template = Keep the map as a template
