package org.lagroups.desktop.guard;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.lagroups.desktop.link.Api;
import org.lagroups.desktop.link.Asked;
import org.lagroups.desktop.link.Live;
import org.lagroups.desktop.link.Problem;
import org.lagroups.desktop.screen.Rows;
import org.lagroups.wormguard.api.ChangeEntry;
import org.lagroups.wormguard.api.ChangeTrust;
import org.lagroups.wormguard.api.EvidenceView;
import org.lagroups.wormguard.api.LocalRulesView;
import org.lagroups.wormguard.api.SignatureEvent;
import org.lagroups.wormguard.api.SignatureList;
import org.lagroups.wormguard.api.SignatureView;
import org.lagroups.wormguard.api.WithdrawSignature;

/** All signatures, and what the operator has decided. On the JavaFX thread. */
final class SignaturesModel implements AutoCloseable {

  /** Endorsements run out, and are renewed, without an event. */
  static final Duration EVERY = Duration.ofSeconds(5);

  private static final String PATH = "/v1/guard/signatures";
  private static final String RULES = "/v1/guard/rules";

  /** What the operator should see first: what blocks, then what might soon. */
  private static final List<String> ORDER =
      List.of("enforced", "endorsed", "offered", "learned", "doubted", "lapsed", "refuted");

  private static final Comparator<Line> FIRST =
      Comparator.comparingInt((Line line) -> ORDER.indexOf(line.view().phase()))
          .thenComparingLong(line -> -line.view().issuedMillis())
          .thenComparing(line -> line.view().id());

  /**
   * A signature.
   *
   * @param isAllowed whether the operator lets it pass, and hears nothing of it
   */
  record Line(SignatureView view, boolean isAllowed) {

    /** Whether this node endorses it now. */
    boolean isEndorsedHere() {
      return view.judgement().startsWith("endorsed");
    }
  }

  private final Api api;
  private final Rows<Line> rows =
      new Rows<>(line -> List.of(line.view().group(), line.view().id()));
  private final ReadOnlyObjectWrapper<@Nullable LocalRulesView> rules =
      new ReadOnlyObjectWrapper<>();
  private final Asked asked = new Asked();
  private final Live<SignatureList> live;
  private List<SignatureView> views = List.of();
  private final Subscription open;

  SignaturesModel(Api api) {
    this.api = api;
    live =
        new Live<>(api, PATH, SignatureList.class, this::show).on(SignatureEvent.TYPE).every(EVERY);
    open =
        Subscription.combine(
            live.start(),
            new Live<>(api, RULES, LocalRulesView.class, this::decided).every(EVERY).start());
  }

  /** What blocks first. */
  Rows<Line> rows() {
    return rows;
  }

  /** What the operator has decided; null until the node has said so. */
  ReadOnlyObjectProperty<@Nullable LocalRulesView> rules() {
    return rules.getReadOnlyProperty();
  }

  /** Asks what a signature stands on; a refusal becomes a notice. */
  void evidence(Line line, Consumer<EvidenceView> told) {
    asked.add(api.get(PATH + "/" + line.view().id() + "/evidence", EvidenceView.class)).then(told);
  }

  /** Endorses a signature, whatever the tests say; a refusal becomes a notice. */
  void attest(Line line) {
    api.post(PATH + "/" + line.view().id() + "/attest", null, SignatureView.class)
        .then(_ -> live.again());
  }

  /** Says that a signature is bad, and why. */
  void withdraw(Line line, String reason, Runnable done, Consumer<Problem> refused) {
    api.post(
            PATH + "/" + line.view().id() + "/withdraw",
            new WithdrawSignature(reason),
            SignatureView.class)
        .then(_ -> {
          live.again();
          done.run();
        })
        .otherwise(refused);
  }

  /** Has a signature only tell what it would block, or block. */
  void tryOut(Line line, boolean isDryRun, Consumer<Problem> refused) {
    change(new ChangeEntry("dry-run", line.view().id(), isDryRun), () -> {}, refused);
  }

  /** Has nothing blocked at all, or all that is enforced. */
  void tryOutAll(boolean isDryRun, Consumer<Problem> refused) {
    change(new ChangeEntry("dry-run", "*", isDryRun), () -> {}, refused);
  }

  /** Has a signature let pass without a word, or not. */
  void allow(Line line, boolean isAllowed, Consumer<Problem> refused) {
    change(new ChangeEntry("allow", line.view().id(), isAllowed), () -> {}, refused);
  }

  /** Changes one of the operator's lists. */
  void change(ChangeEntry entry, Runnable done, Consumer<Problem> refused) {
    put("/entry", entry, done, refused);
  }

  /** Changes whose endorsements count. */
  void trust(ChangeTrust change, Runnable done, Consumer<Problem> refused) {
    put("/trust", change, done, refused);
  }

  @Override
  public void close() {
    asked.cancel();
    open.unsubscribe();
  }

  private void put(String what, Object change, Runnable done, Consumer<Problem> refused) {
    api.put(RULES + what, change, LocalRulesView.class)
        .then(now -> {
          decided(now);
          live.again();
          done.run();
        })
        .otherwise(refused);
  }

  private void decided(LocalRulesView now) {
    rules.set(now);
    show();
  }

  private void show(SignatureList list) {
    views = list.signatures();
    show();
  }

  private void show() {
    LocalRulesView decided = rules.get();
    Set<String> allowed = decided == null ? Set.of() : Set.copyOf(decided.allowedSignatures());
    rows.show(
        views.stream()
            .map(view -> new Line(view, allowed.contains(view.id())))
            .sorted(FIRST)
            .toList());
  }
}
