/// A number with a fixed count of decimals, rounded half away from zero, padded on the left.
func fixed(_ value: Double, _ decimals: Int, width: Int = 0) -> String {
  var scale = 1
  for _ in 0..<decimals { scale *= 10 }
  let rounded = (abs(value) * Double(scale)).rounded()
  guard rounded.isFinite, rounded < 1e15 else { return padLeft("-", width) }
  let units = Int(rounded)
  var text = String(units / scale)
  if decimals > 0 {
    let fraction = String(units % scale)
    text += "." + String(repeating: "0", count: decimals - fraction.count) + fraction
  }
  return padLeft(value < 0 && units > 0 ? "-" + text : text, width)
}

/// A share as per cent with one decimal, six columns wide.
func percent(_ value: Double) -> String { fixed(100 * value, 1, width: 6) }

func padLeft(_ text: String, _ width: Int) -> String {
  String(repeating: " ", count: max(0, width - text.count)) + text
}

func padRight(_ text: String, _ width: Int) -> String {
  text + String(repeating: " ", count: max(0, width - text.count))
}
