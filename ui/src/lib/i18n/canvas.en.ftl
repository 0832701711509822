# Texts of the canvas, in English.

canvas-name = Journey map { $title }
canvas-new-touchpoint = New touchpoint
canvas-card = { -word-touchpoint }
canvas-rename-touchpoint = Title of the touchpoint
canvas-rename-stage = Title of the stage
canvas-name-touchpoint = Title of the new touchpoint
canvas-outline = Outline of the map
canvas-outline-empty = No touchpoints yet
canvas-outline-leads-to = Leads to
canvas-outline-ghosts = Ways that customers take and the map does not have
canvas-minimap = Overview of the map
canvas-zoom = Zoom
canvas-zoom-in = Zoom in
canvas-zoom-out = Zoom out
canvas-zoom-fit = Show the whole map
canvas-zoom-level = Zoom { $percent }
canvas-empty-title = This map has no touchpoints yet
canvas-empty-add = Double-click anywhere in a stage to add one.
canvas-empty-connect = Drag from the rim of a card to another card to join them.

## The account of a node or an edge

account-edge = { $from } → { $to }
account-ghost = Not on the map
account-draw-hint = Double-click to draw it
account-customers = { $count ->
    [one] customer
   *[other] customers
}
account-visits = { $count ->
    [one] visit
   *[other] visits
}
account-entered = Entered
account-entered-at = Entered { $title }
account-moved-to = Moved to { $title }
account-in-progress = { -word-in-progress(form: "start") }
account-returned-late = { -word-came-back-late(form: "start") }
account-dropped = { -word-never-came-back(form: "start") }
account-stayed = { -word-stayed(form: "start") }
account-more = { $count ->
    [one] One other way on
   *[other] { $count } other ways on
}
account-conversion = { -word-conversion(form: "start") }
account-conversion-eventual = Eventual conversion
account-drop-off = { -word-drop-off(form: "start") }
account-stay = { -word-stayed(form: "start") }
account-of-n = { $count } of { $of }
account-interval = 95 % interval { $low } to { $high }
account-few = fewer than 30: uncertain
account-times = Median { $median }, half of them between { $p25 } and { $p75 }
account-define-matured = Of those whose window has ended, so that nobody is called lost who still has time.
account-define-observed = Of all who entered, also those who still have time.
account-define-eventual = Whatever came between. Shares may pass 100 % in total.
account-define-ghost = Customers went this way, but the map does not have it.
account-elsewhere = { $lost ->
    [one] This one was
   *[other] Of these { $lost }, { $busy ->
        [one] { $busy } was
       *[other] { $busy } were
    }
} busy outside this map.
account-unseen-ahead = The map leads on to what lists no events: moves there go unseen, so the share is at most this.
