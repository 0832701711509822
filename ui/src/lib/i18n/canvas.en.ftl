# Texts of the canvas, in English.

canvas-name = Journey map { $title }
canvas-new-touchpoint = New touchpoint
canvas-card = { -word-touchpoint }
canvas-rename-touchpoint = Title of the touchpoint
canvas-rename-stage = Title of the stage
canvas-rename-lane = Title of the lane
canvas-write-cell = What the lane says here
canvas-write-card = What is written on the card
canvas-name-touchpoint = Title of the new touchpoint
canvas-outline-empty = No touchpoints yet
canvas-minimap = Overview of the map
canvas-zoom = Zoom
canvas-zoom-level = Zoom { $percent }
canvas-empty-title = This map has no touchpoints yet
canvas-empty-add = Double-click anywhere in a stage to add one.
canvas-empty-connect = Drag from the rim of a card to another card to join them.
channels-palette = Channels
channels-hint = Drag one onto the map, or choose one to add it beside the selection.
channels-open = Show the channels to drag from
channels-fold = Fold the channels away
command-snap = Draw cards in line while dragging
command-snap-on = Draw cards in line while dragging
command-snap-off = Do not draw cards in line while dragging
lane-fold = Open or collapse the lane { $lane }
ghost-adopt = Draw this way as a transition

failure-nothing-to-paste = There is nothing to paste: the clipboard has neither touchpoints nor text.
failure-nothing-to-replace = There is nothing to replace: what was found is not there any more.
failure-too-many-to-paste = The text has { NUMBER($found) } lines. At most { NUMBER($most) } touchpoints can be pasted at once; nothing was.
failure-no-clipboard = The clipboard of the system cannot be used just now. Nothing was changed.
