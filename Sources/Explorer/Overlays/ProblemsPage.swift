import ScreenModel
import TextModel

func problemsPage(_ page: inout PageText, _ problems: [Diagnostic]?) {
  guard let problems else {
    page.text("…")
    return
  }
  guard !problems.isEmpty else {
    page.text("Every input was read without reservation.")
    return
  }
  let failures = problems.filter { $0.severity == .failure }
  let doubts = problems.filter { $0.severity != .failure }
  page.text(
    StyledLine(
      "\(failures.count) not read, \(doubts.count) read with a reservation", role: .faint))
  // What is missing from the archive comes before what is only doubtful.
  list(failures, "Not read", .error, on: &page)
  list(doubts, "Read with a reservation", .warning, on: &page)
}

/// Problems that are listed at most of each kind; `extract` names all of them on standard error.
private let shownProblems = 300

private func list(
  _ problems: [Diagnostic], _ heading: String, _ role: Role, on page: inout PageText
) {
  guard !problems.isEmpty else { return }
  page.heading("\(heading) · \(problems.count)")
  for problem in problems.prefix(shownProblems) {
    page.text(StyledLine(problem.path, role: role))
    page.text(StyledLine(problem.message), indent: 2)
  }
  if problems.count > shownProblems {
    page.text(StyledLine("and \(problems.count - shownProblems) more", role: .faint))
  }
}
