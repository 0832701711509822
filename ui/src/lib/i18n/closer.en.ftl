# Texts of a closer look at a node or a way, in English.

closer = A closer look
closer-asking = Counting…
closer-failed = This could not be counted.
closer-none = Nobody who entered moved on, so no time was taken.

closer-times = Time taken
closer-times-define = How long those that moved on took, from entry to entry. The line is the median, the band the middle half.
closer-bin = { $from } to { $to }
closer-bin-first = under { $to }
closer-bin-last = { $from } or more
closer-people-took = { $people }, in { $span }

closer-trend = Over time
closer-trend-define-drop-off = The drop-off of those who entered in each period, as if it alone had been asked about.
closer-trend-define-stayed = The share that stayed, of those who entered in each period, as if it alone had been asked about.
closer-trend-define-conversion = The conversion of those who entered in each period, as if it alone had been asked about.
closer-by = Periods
closer-by-day = Day
closer-by-week = Week
closer-by-month = Month
closer-week = Week of { $day }
closer-open = still open
closer-open-define = A hollow mark is a period of which not everybody has had all the time; what it says may still change.
closer-no-rate = no rate yet
closer-point = { $period }: { $rate } of { $of }, interval { $interval }
closer-point-none = { $period }: { $entered } entered
closer-entered = entered
closer-earlier = { $count ->
    [one] One earlier period is left out.
   *[other] { $count } earlier periods are left out.
}
closer-people-in = { $people } · { $period }

closer-next = What they did next
closer-next-define = What those that came back late or never came back did first after their window, on this map or not.
closer-next-nothing = Nothing more
closer-next-none = Nobody was lost here.
closer-next-event = What
closer-next-at = at { $title }
closer-people-next = { $people }, then { $event }
closer-more = { $count ->
    [one] One more
   *[other] { $count } more
}

closer-drivers = What goes with moving on
closer-drivers-define = Who moves on more often, or less, of those who have had all the time. Odds of 2 are twice the odds of all others. None of this is a cause.
closer-drivers-none = With fewer than 30 on either side, or where all moved on or nobody did, nothing can be told.
closer-drivers-compared = { $count ->
    [one] One thing was compared. It is no cause.
   *[other] { $count } things were compared. None of them is a cause.
}
closer-factor-value = { $name }: { $value }
closer-factor-empty = { $name }: not known
closer-factor-came = Had been at { $title }
closer-odds = odds × { $ratio }
closer-odds-spoken = odds { $low } to { $high } times those of all others
closer-with = with
closer-without = without
closer-people-with = { $people }, { $factor }
closer-people-without = { $people }, not { $factor }
