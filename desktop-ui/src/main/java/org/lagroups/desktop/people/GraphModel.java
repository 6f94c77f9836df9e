package org.lagroups.desktop.people;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.lagroups.desktop.link.Answer;
import org.lagroups.desktop.link.Api;
import org.lagroups.desktop.screen.GroupHistory;
import org.lagroups.desktop.screen.GroupHistory.Moment;
import org.lagroups.machine.NodeId;
import org.lagroups.node.control.api.GraphAnswer.Cut;
import org.lagroups.node.control.api.GraphAnswer.Explanation;
import org.lagroups.node.control.api.GraphAnswer.Explanations;
import org.lagroups.node.control.api.GraphAnswer.Paths;
import org.lagroups.node.control.api.GroupView;

/**
 * The attestation graph of the group that is looked at, and what the node answers about it: the
 * paths and the cut between two members, and what would be without the chosen one. On the JavaFX
 * thread.
 */
final class GraphModel implements AutoCloseable {

  /**
   * What is known of two members, and of the chosen one's leaving.
   *
   * @param from the first end; null if none is chosen
   * @param to the other
   * @param isAnswered whether {@code paths} are known
   * @param paths between them with nobody in common, each from end to end
   * @param cut the fewest members on which all paths depend; empty also if nobody does
   * @param isDirect whether the first attests to the other, so that no cut parts them
   * @param without what would be if the chosen member left
   */
  record Findings(
      @Nullable NodeId from,
      @Nullable NodeId to,
      boolean isAnswered,
      List<List<NodeId>> paths,
      Set<NodeId> cut,
      boolean isDirect,
      List<Explanation> without) {

    static final Findings NONE =
        new Findings(null, null, false, List.of(), Set.of(), false, List.of());

    Findings {
      paths = paths.stream().map(List::copyOf).toList();
      cut = Set.copyOf(cut);
      without = List.copyOf(without);
    }
  }

  private final Api api;
  private final PeopleModel people;
  private final GroupHistory history;
  private final ReadOnlyObjectWrapper<@Nullable Moment> past = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<GraphPicture> picture =
      new ReadOnlyObjectWrapper<>(GraphPicture.EMPTY);
  private final ReadOnlyObjectWrapper<Findings> findings =
      new ReadOnlyObjectWrapper<>(Findings.NONE);
  private final List<Answer<?>> asked = new ArrayList<>();
  private final Subscription open;
  private @Nullable GroupView view;
  private Set<List<NodeId>> links = Set.of();

  GraphModel(Api api, PeopleModel people, GroupHistory history) {
    this.api = api;
    this.people = people;
    this.history = history;
    open =
        Subscription.combine(
            people.view().subscribe(this::show), people.chosen().subscribe(_ -> chose()));
  }

  /** What is to be drawn; its dots have no places yet. */
  ReadOnlyObjectProperty<GraphPicture> picture() {
    return picture.getReadOnlyProperty();
  }

  /** What is known of the two ends, and of the chosen member. */
  ReadOnlyObjectProperty<Findings> findings() {
    return findings.getReadOnlyProperty();
  }

  /** The moments that can be shown in place of now, the eldest first. */
  List<Moment> moments() {
    GroupView now = view;
    return now == null ? List.of() : history.of(now.group());
  }

  /** The moment that is shown; null for now. */
  ReadOnlyObjectProperty<@Nullable Moment> past() {
    return past.getReadOnlyProperty();
  }

  /** Shows a moment, or now if it is null. What is found about members is always of now. */
  void lookBack(@Nullable Moment moment) {
    past.set(moment);
    draw();
  }

  /** What a member calls itself, safe to show. */
  String name(NodeId node) {
    GroupView now = view;
    return now == null ? node.abbreviated() : MemberLines.name(now, node);
  }

  /** Looks at a member. */
  void choose(NodeId node) {
    people.chosen().set(node);
  }

  /** Takes a member for an end: the first, then the other, then the first of the next two. */
  void mark(NodeId node) {
    Findings now = findings.get();
    if (now.from() == null || now.to() != null || now.from().equals(node)) {
      findings.set(new Findings(node, null, false, List.of(), Set.of(), false, List.of()));
    } else {
      findings.set(new Findings(now.from(), node, false, List.of(), Set.of(), false, List.of()));
    }
    ask();
  }

  /** Takes nobody for an end any more. */
  void unmark() {
    findings.set(Findings.NONE);
    ask();
  }

  @Override
  public void close() {
    open.unsubscribe();
    asked.forEach(Answer::cancel);
  }

  private void show(@Nullable GroupView now) {
    boolean isSameGroup = now != null && view != null && now.group().equals(view.group());
    view = now;
    Set<List<NodeId>> before = links;
    links = now == null ? Set.of() : linksOf(now);
    if (!isSameGroup) {
      past.set(null);
      findings.set(Findings.NONE);
    }
    draw();
    if (!links.equals(before)) {
      ask();
    }
  }

  private static Set<List<NodeId>> linksOf(GroupView now) {
    Set<List<NodeId>> all = new HashSet<>();
    now.attestations().forEach(one -> all.add(List.of(one.attester(), one.attestee())));
    return all;
  }

  private void chose() {
    draw();
    ask();
  }

  private void draw() {
    GroupView now = view;
    if (now == null) {
      picture.set(GraphPicture.EMPTY);
      return;
    }
    NodeId looked = people.chosen().get();
    NodeId chosen = looked == null ? now.you() : looked;
    Moment then = past.get();
    if (then != null) {
      picture.set(GraphPicture.of(then).marked(List.of(), Set.of(), Set.of(), chosen));
      return;
    }
    Findings known = findings.get();
    Set<NodeId> ends = new HashSet<>();
    Optional.ofNullable(known.from()).ifPresent(ends::add);
    Optional.ofNullable(known.to()).ifPresent(ends::add);
    picture.set(GraphPicture.of(now).marked(known.paths(), known.cut(), ends, chosen));
  }

  /** Asks anew; what was asked before counts no more. */
  private void ask() {
    asked.forEach(Answer::cancel);
    asked.clear();
    GroupView now = view;
    Findings known = findings.get();
    if (now == null) {
      draw();
      return;
    }
    String base = "/v1/groups/" + now.group();
    NodeId from = known.from();
    NodeId to = known.to();
    if (from != null && to != null) {
      String pair = "?from=" + from + "&to=" + to;
      ask(base + "/paths" + pair, Paths.class, this::found);
      ask(base + "/cut" + pair, Cut.class, this::found);
    }
    NodeId chosen = people.chosen().get();
    NodeId start = from == null ? now.you() : from;
    boolean isMember = now.members().stream().anyMatch(one -> one.node().equals(chosen));
    if (isMember && !start.equals(chosen) && !Objects.equals(to, chosen)) {
      String other = to == null ? "" : "&to=" + to;
      ask(
          base + "/explain?from=" + start + other + "&without=" + chosen,
          Explanations.class,
          this::found);
    } else {
      change(was ->
          new Findings(
              was.from(),
              was.to(),
              was.isAnswered(),
              was.paths(),
              was.cut(),
              was.isDirect(),
              List.of()));
    }
    draw();
  }

  private <T> void ask(String path, Class<T> type, Consumer<T> use) {
    Answer<T> answer = api.get(path, type);
    asked.add(answer);
    // A member that has just left cannot be asked about; the next view will say so.
    answer.then(use).otherwise(_ -> {});
  }

  private void found(Paths answer) {
    List<List<NodeId>> paths =
        answer.paths().stream().map(path -> path.stream().map(NodeId::parse).toList()).toList();
    change(was ->
        new Findings(was.from(), was.to(), true, paths, was.cut(), was.isDirect(), was.without()));
  }

  private void found(Cut answer) {
    Set<NodeId> cut = new HashSet<>();
    answer.members().forEach(member -> cut.add(NodeId.parse(member)));
    boolean isDirect = answer.size() == null;
    change(was ->
        new Findings(
            was.from(), was.to(), was.isAnswered(), was.paths(), cut, isDirect, was.without()));
  }

  private void found(Explanations answer) {
    change(was ->
        new Findings(
            was.from(),
            was.to(),
            was.isAnswered(),
            was.paths(),
            was.cut(),
            was.isDirect(),
            answer.answers()));
  }

  private void change(UnaryOperator<Findings> how) {
    findings.set(how.apply(findings.get()));
    draw();
  }
}
