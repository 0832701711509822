# Texts of the account of a node or an edge, in English.

account-ghost = Not on the map
account-draw-hint = Double-click to draw it
account-entered-customers = Customers who entered
account-entered-visits = Visits
account-moved = Moved to { $title }
account-more = { $count ->
    [one] Moved another way
   *[other] Moved { $count } other ways
}
account-in-progress = { -word-in-progress(form: "start") }
account-returned-late = { -word-came-back-late(form: "start") }
account-dropped = { -word-never-came-back(form: "start") }
account-stayed = { -word-stayed(form: "start") }
account-elsewhere = of whom busy outside this map
account-rate-conversion = { -word-conversion(form: "start") }
account-rate-eventual = Eventual conversion
account-rate-drop-off = { -word-drop-off(form: "start") }
account-rate-stayed = { -word-stayed(form: "start") }
account-of = of
account-interval = 95 % interval
account-few = fewer than 30: uncertain
account-time = Time taken:
account-times = median { $median }, middle half { $p25 } to { $p75 }, 95 % within { $p95 }
account-unseen-ahead = The map leads on to what lists no events: moves there go unseen, so the share is at most this.

define-entered-customers = Each customer's first visit here whose entry is in range.
define-entered-visits = Every visit here whose entry is in range.
define-moved = The next visit was there, and it began within the window.
define-more = The next visit was at one of the other nodes, and it began within the window.
define-in-progress = Has not moved on yet and still has time.
define-returned-late = Moved on, but only after the window had ended.
define-dropped = Did not come back at all, though the window has ended.
define-stayed = Ended here. This is a goal, so it is no loss.
define-conversion = The share that moved there next, within the window.
define-eventual = The share with a visit there within the window, whatever came between. Shares of one node may pass 100 % in total.
define-drop-off = The share that never came back or came back late.
define-matured = Counted over those whose window has ended by the cut-off, so that nobody is called lost who still has time.
define-observed = Observed: counted over all who entered, also those who still have time.
define-interval = The Wilson interval: if the same were seen again and again, it would hold the true share 95 times of 100.
define-time = From entry to entry, of those who moved.
define-elsewhere = Did something within the window that no touchpoint of this map lists.
define-ghost = Customers went this way, but the map does not have it.
account-median = Median time
account-median-against = { $first } ({ $moved }) against { $second } ({ $others })
account-median-interval = (95 % { $low } to { $high })
define-time-difference = By how much the median time from entry to entry differs, of those who moved. Its 95 % interval is that of 1,000 bootstrap draws of both sides; it is clear where that excludes 0, each way by itself. Below 5 on a side nothing is compared.
account-compared = against { $share }
account-difference-interval = 95 % interval of the difference
account-span = { $low } to { $high }
account-clear = clear
account-chance = may be chance
define-difference-interval = Newcombe’s interval of the difference of two shares. A difference is clear if it excludes 0 and if among all ways of the map at most 5 % of the clear ones are expected to be chance.
