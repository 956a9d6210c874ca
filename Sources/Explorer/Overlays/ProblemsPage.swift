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
  let failures = problems.count { $0.severity == .failure }
  page.text(
    StyledLine(
      "\(failures) not read, \(problems.count - failures) read with a reservation", role: .faint))
  for problem in problems {
    page.blank()
    page.text(
      StyledLine(
        problem.path, role: problem.severity == .failure ? .error : .warning))
    page.text(StyledLine(problem.message), indent: 2)
  }
}
