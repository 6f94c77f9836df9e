package org.lagroups.scenarios.demo.guard;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.lagroups.machine.NodeId;
import org.lagroups.node.control.api.GroupView;
import org.lagroups.scenarios.cluster.LocalCluster;
import org.lagroups.wormguard.api.SignatureView;

/** All gateways, in a group of their own. */
final class Gateways {

  private static final int VALIDITY_SECONDS = 12;
  private static final long PATIENCE_MILLIS = 30_000;

  private final List<Gateway> all;
  private String group = "";

  /**
   * Asks these.
   *
   * @param all the first one founds the group
   */
  Gateways(List<Gateway> all) {
    this.all = List.copyOf(all);
  }

  List<Gateway> all() {
    return all;
  }

  List<String> names() {
    return all.stream().map(Gateway::name).toList();
  }

  Gateway named(String name) {
    return all.stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
  }

  /** The group's ID, once there is one. */
  String group() {
    return group;
  }

  /**
   * Makes a group of all of them, and waits until each sees all of it.
   *
   * @param edges how many attestations there are then
   * @return whether it came to that
   */
  boolean form(int edges) throws InterruptedException {
    Gateway founder = all.getFirst();
    group =
        founder
            .cli()
            .json("group", "create", "--validity", String.valueOf(VALIDITY_SECONDS))
            .json()
            .get("group")
            .asString();
    List<Gateway> others = all.subList(1, all.size());
    others.parallelStream().forEach(other -> join(founder, other));
    return LocalCluster.await(
        PATIENCE_MILLIS, () -> all.stream().allMatch(one -> isWhole(one, edges)));
  }

  private void join(Gateway founder, Gateway other) {
    String link =
        founder.cli().json("group", "invite", "--group", group).json().get("link").asString();
    other.cli().json("group", "join", link);
  }

  private boolean isWhole(Gateway one, int edges) {
    GroupView view = one.node().control().get("/v1/groups/" + group, GroupView.class);
    return view.members().size() == all.size() && view.attestations().size() == edges;
  }

  /** Waits until some gateways, at least, see a signature so; whether they do. */
  boolean await(String signature, List<String> who, Predicate<Sight> condition)
      throws InterruptedException {
    return LocalCluster.await(
        PATIENCE_MILLIS,
        () -> who.stream().allMatch(name -> sight(name, signature).filter(condition).isPresent()));
  }

  /** What each says of a signature now, by its name; those that do not know of it are left out. */
  Map<String, Sight> sights(String signature) {
    Map<String, Sight> sights = new LinkedHashMap<>();
    for (String name : names()) {
      sight(name, signature).ifPresent(sight -> sights.put(name, sight));
    }
    return sights;
  }

  /** What one says of a signature now; empty if it does not know of it. */
  Optional<Sight> sight(String name, String signature) {
    return named(name)
        .signature(signature)
        .map(one ->
            new Sight(
                one.endorsers().stream()
                    .map(SignatureView.Endorser::node)
                    .map(this::nameOf)
                    .toList(),
                one.trusted(),
                one.needed(),
                one.phase()));
  }

  private String nameOf(NodeId id) {
    return all.stream()
        .filter(one -> one.id().equals(id))
        .map(Gateway::name)
        .findFirst()
        .orElseGet(id::abbreviated);
  }
}
