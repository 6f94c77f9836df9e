package org.lagroups.desktop.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.lagroups.desktop.people.MemberLine.Role;
import org.lagroups.desktop.screen.Shown;
import org.lagroups.desktop.screen.Texts;
import org.lagroups.node.control.api.GroupView.TestView;
import org.lagroups.node.control.api.GroupView.TestedView;
import org.lagroups.node.control.api.ReasonInfo;

/** Says in words how a member stands, and why. */
final class MemberWords {

  private final Texts texts;

  MemberWords(Texts texts) {
    this.texts = texts;
  }

  /** One short line for the list. */
  String summary(MemberLine line) {
    if (line.role() == Role.YOU) {
      return texts.get("summary.you", line.attesters().size());
    }
    if (line.role() == Role.EQUIVOCATOR) {
      return texts.get("summary.equivocator");
    }
    if (line.ban() != null) {
      return texts.get("summary.banned");
    }
    String trust =
        line.youAttest()
            ? texts.get(line.attestsYou() ? "summary.mutual" : "summary.onlyYou")
            : texts.get(line.attestsYou() ? "summary.onlyIt" : "summary.neither");
    return line.role() == Role.OUTSIDE ? texts.get("summary.outside", trust) : trust;
  }

  /** How it is connected. */
  String connected(MemberLine line) {
    return switch (line.role()) {
      case YOU -> texts.get("connected.you");
      case MEMBER -> texts.get(line.linked() ? "connected.direct" : "connected.others");
      case OUTSIDE -> texts.get("connected.outside");
      case EQUIVOCATOR -> texts.get("connected.equivocator");
    };
  }

  /** Who vouches for it. */
  String vouchedBy(MemberLine line) {
    return line.attesters().isEmpty()
        ? texts.get("by.nobody")
        : texts.get("by", line.attesters().size(), String.join(", ", line.attesters()));
  }

  /** For whom it vouches. */
  String vouchesFor(MemberLine line) {
    return line.attestees().isEmpty()
        ? texts.get("for.nobody")
        : texts.get("for", line.attestees().size(), String.join(", ", line.attestees()));
  }

  /** How it stands by the rule of robust membership, and why. */
  String robust(MemberLine line) {
    MemberLine.Robust robust = line.robust();
    String key = "robust." + robust.kind().name().toLowerCase(Locale.ROOT);
    return texts.get(key, robust.attesters(), robust.attestees(), robust.threshold());
  }

  /** What this node's tests say of it, a line for each; the first one says what they come to. */
  List<String> tests(MemberLine line) {
    List<String> lines = new ArrayList<>();
    if (line.ban() != null) {
      lines.add(texts.get("banned", reason(line.ban())));
    }
    if (line.tested().isEmpty()) {
      if (line.isOther()) {
        lines.add(texts.get("tests.none"));
      }
      return lines;
    }
    TestedView tested = line.tested().get();
    lines.add(texts.get("tests." + says(tested.says()), reason(tested.reason())));
    for (TestView one : tested.tests()) {
      String name = Shown.line(one.test(), 40);
      lines.add(texts.get("test." + says(one.says()), name, reason(one.reason())));
    }
    return lines;
  }

  private static String says(String word) {
    return switch (word) {
      case "pass", "fail" -> word;
      default -> "pending";
    };
  }

  /** A reason in words; a detail is a stranger's text. */
  String reason(ReasonInfo reason) {
    String key = "reason." + reason.code();
    String words = texts.has(key) ? texts.get(key) : Shown.line(reason.code(), 40);
    String detail = Shown.line(reason.detail(), 200).strip();
    if (detail.isEmpty()) {
      return words.isEmpty() ? texts.get("reason.unspecified") : words;
    }
    return words.isEmpty() ? detail : texts.get("reason", words, detail);
  }
}
