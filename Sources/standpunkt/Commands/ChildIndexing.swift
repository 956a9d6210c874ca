import CorpusIndex
import Glibc
import NewsArchive

/// Indexing as a child of the explorer (`index --child`, a hidden option): with low priority, and telling
/// how far it is on standard output in `UpdateMessage`s.
struct ChildIndexing {
  func run(_ update: IndexUpdate, _ findings: ArticleWalker.Findings) {
    // The kernel derives the priority of reading and writing from this one.
    setpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0, 10)
    // Writing to an explorer that has gone fails and ends the run, which stores what it has read.
    signal(SIGPIPE, SIG_IGN)
    var update = update
    update.patience = .giveUp
    var told: ContinuousClock.Instant?
    var toldPhase: UpdateProgress.Phase?
    var signals = StopSignals()
    do {
      let report = try update.run(findings) { sentence in
        tell(.note(sentence))
      } progress: { progress in
        if let told, told.duration(to: .now) < .milliseconds(100), toldPhase == progress.phase {
          return signals.waiting == nil
        }
        signals.holdBack()
        told = .now
        toldPhase = progress.phase
        return tell(.progress(progress)) && signals.waiting == nil
      }
      let changes = report.parsed + report.moved + report.removed + report.failed
      tell(.finished(articles: report.articles, changed: changes > 0))
    } catch IndexFailure.busy {
      tell(.busy)
    } catch {
      tell(.failed("\(error)"))
    }
  }

  /// - Returns: whether there is still somebody to tell.
  @discardableResult
  private func tell(_ message: UpdateMessage) -> Bool {
    write(Array(message.line.utf8), to: 1)
  }
}
