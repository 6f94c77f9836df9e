package org.lagroups.desktop.guard;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.kordamp.ikonli.feather.Feather;
import org.lagroups.desktop.guard.SignaturesModel.Line;
import org.lagroups.desktop.screen.Directory;
import org.lagroups.desktop.screen.Shown;
import org.lagroups.desktop.screen.Texts;
import org.lagroups.node.cli.Amounts;
import org.lagroups.wormguard.api.SignatureView;

/** What is said of a signature. */
final class SignatureWords {

  private static final int SHORT_ID = 12;
  private static final int MOST_OF_A_RULE = 4_000;

  private final Texts texts;
  private final Directory directory;

  SignatureWords(Texts texts, Directory directory) {
    this.texts = texts;
    this.directory = directory;
  }

  /** What its rule calls it, or the beginning of its ID. */
  String title(SignatureView view) {
    return RuleMessage.of(view.rule()).orElseGet(() -> texts.get("untitled", shortId(view)));
  }

  /** Where it is in its life, and how far that is from being enforced. */
  String state(Line line) {
    SignatureView view = line.view();
    List<String> parts = new ArrayList<>();
    parts.add(
        texts.has("phase." + view.phase()) ? texts.get("phase." + view.phase()) : view.phase());
    parts.add(texts.get("count", view.trusted(), view.needed()));
    if (line.isAllowed()) {
      parts.add(texts.get("allowed"));
    } else if (view.isDryRun()) {
      parts.add(texts.get("tried"));
    }
    return String.join(" · ", parts);
  }

  /** What its phase means, in a sentence. */
  String meaning(SignatureView view, long nowMillis) {
    String key = "means." + view.phase();
    if (!texts.has(key)) {
      return "";
    }
    return view.phase().equals("enforced")
        ? texts.get(key, left(view.untilMillis(), nowMillis))
        : texts.get(key, view.trusted(), view.needed());
  }

  /** What this node's own tests make of it. */
  String judgement(SignatureView view) {
    String key = "judgement." + view.judgement().replace(' ', '-');
    String detail = Shown.line(view.detail(), 300);
    String says = texts.has(key) ? texts.get(key) : Shown.line(view.judgement());
    return detail.isEmpty() ? says : says + ": " + detail;
  }

  /** The rule, on one line, as strangers write it. */
  static String rule(SignatureView view) {
    return Shown.line(view.rule(), MOST_OF_A_RULE);
  }

  String evidence(SignatureView view) {
    return texts.get(
        "evidence", Amounts.bytes(view.evidenceBytes()), Shown.line(view.evidence(), 64));
  }

  String life(SignatureView view) {
    return texts.get(
        "life",
        directory.node(view.origin()),
        directory.group(view.group()),
        day(view.issuedMillis()),
        day(view.expiresMillis()));
  }

  String endorser(SignatureView.Endorser one, long nowMillis) {
    return texts.get(
        one.isTrusted() ? "endorser" : "endorser.stranger",
        directory.node(one.node()),
        left(one.untilMillis(), nowMillis));
  }

  String refuter(SignatureView.Refuter one, long nowMillis) {
    return texts.get(
        "refuter",
        directory.node(one.node()),
        Shown.line(one.fault() + ": " + one.detail(), 200),
        left(one.untilMillis(), nowMillis));
  }

  /** A picture for each phase, so that colour alone tells nothing. */
  static Feather icon(SignatureView view) {
    return switch (view.phase()) {
      case "learned" -> Feather.BOOK_OPEN;
      case "offered" -> Feather.SHARE_2;
      case "endorsed" -> Feather.USERS;
      case "enforced" -> Feather.SHIELD;
      case "lapsed" -> Feather.CLOCK;
      case "refuted" -> Feather.X_OCTAGON;
      default -> Feather.HELP_CIRCLE;
    };
  }

  private static String shortId(SignatureView view) {
    return Shown.line(view.id(), SHORT_ID);
  }

  private static String left(long untilMillis, long nowMillis) {
    return Amounts.seconds(Math.max(0, TimeUnit.MILLISECONDS.toSeconds(untilMillis - nowMillis)));
  }

  private static String day(long millis) {
    return Instant.ofEpochMilli(millis).toString().substring(0, 10);
  }
}
