import CorpusStore
import TextModel

extension ExplorerState {
  /// Narrows or widens the list; the place before can be come back to.
  mutating func change(_ change: (inout Query) -> Void) {
    var next = query
    change(&next)
    guard next != query else { return }
    leave(place)
    query = next
    keepsOutside = false
    isBrowsing = false
    queuedSteps = 0
  }

  mutating func moveWindow(by steps: Int) {
    guard let window = query.window else {
      guard let day = anchorDay else {
        say("nothing is dated here")
        return
      }
      change { $0.window = DateWindow(.month, around: day) }
      return
    }
    guard let moved = window.moved(by: steps) else {
      say("a window without \(window.days.lowerBound == .min ? "begin" : "end") cannot be moved")
      return
    }
    change { $0.window = moved }
  }

  mutating func coarsenWindow() {
    guard let window = query.window else {
      say("this is all time already")
      return
    }
    change { $0.window = window.coarser }
  }

  mutating func refineWindow() {
    guard let window = query.window else {
      guard let day = anchorDay else {
        say("nothing is dated here")
        return
      }
      change { $0.window = DateWindow(.year, around: day) }
      return
    }
    guard let finer = window.finer(around: anchorDay) else {
      say("a day is as fine as it gets")
      return
    }
    change { $0.window = finer }
  }

  mutating func clearWindow() {
    guard query.window != nil else {
      say("no date is set")
      return
    }
    change { $0.window = nil }
  }

  mutating func toggleUncertain() {
    change { $0.filter.hidesUncertain.toggle() }
    say(
      query.filter.hidesUncertain
        ? "possible and undated articles are hidden" : "all dates are shown")
  }

  mutating func clearFilters() {
    guard !query.filter.isEmpty else {
      say("no filter is set")
      return
    }
    change { $0 = Query() }
  }

  /// A day of the selected article, from its firm end; else the newest day of the corpus.
  private var anchorDay: Int? {
    let days = (list.selectedRow?.edtf ?? reading.loaded?.analysed.article.date.edtf)?.days
    if let days {
      if days.upperBound != .max { return days.upperBound }
      if days.lowerBound != .min { return days.lowerBound }
    }
    return summary?.days?.upperBound
  }
}
