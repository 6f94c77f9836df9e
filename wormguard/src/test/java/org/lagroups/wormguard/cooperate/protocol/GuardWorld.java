package org.lagroups.wormguard.cooperate.protocol;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.lagroups.core.attestation.GroupSettings;
import org.lagroups.core.crypto.Identity;
import org.lagroups.core.crypto.RememberingVerifier;
import org.lagroups.core.crypto.SignatureVerifier;
import org.lagroups.core.crypto.bls.Bls;
import org.lagroups.core.crypto.bls.JavaBls;
import org.lagroups.core.crypto.bls.NativeBls;
import org.lagroups.core.group.Contact;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;
import org.lagroups.simnet.SimNode;
import org.lagroups.simnet.Simulation;
import org.lagroups.simnet.check.Findings;
import org.lagroups.wormguard.cooperate.book.SignatureStatus;
import org.lagroups.wormguard.cooperate.book.TrustRule;
import org.lagroups.wormguard.cooperate.enforce.EnforcedSignature;
import org.lagroups.wormguard.cooperate.judge.Opinion;
import org.lagroups.wormguard.cooperate.record.SignatureId;

/**
 * A group of gateways, simulated, with a checker outside of them: nothing is enforced anywhere that
 * has not been endorsed by t gateways within the last T_a, and nothing bad anywhere but at
 * colluders.
 */
final class GuardWorld {

  static final GroupSettings SETTINGS = GroupSettings.withValidity(30_000);

  private static final Bls BLS = NativeBls.load().orElseGet(JavaBls::new);
  private static final Duration SAMPLE = Duration.ofMillis(250);

  private final Simulation sim;
  private final TrustRule trust;
  private final SignatureVerifier signatures = new RememberingVerifier(SignatureVerifier.DIRECT);
  private final List<SimNode<GuardNode>> nodes = new ArrayList<>();
  private final List<Identity> identities = new ArrayList<>();
  private final List<GuardNode.Disk> disks = new ArrayList<>();
  private final Set<Integer> colluders;
  private final GroupId group;

  /** By signature and gateway, when that was last seen to vouch for it. */
  private final Map<SignatureId, Map<NodeId, Long>> vouched = new HashMap<>();

  private final Map<SignatureId, String> rules = new TreeMap<>();

  GuardWorld(long seed, int count, TrustRule trust, Set<Integer> colluders) {
    this.sim = new Simulation(seed);
    this.trust = trust;
    this.colluders = colluders;
    for (int i = 0; i < count; i++) {
      add(i);
    }
    group = app(0).create(SETTINGS);
    for (int i = 1; i < count; i++) {
      join(i);
    }
    sim.runUntil(
        "all attest to all",
        Duration.ofMinutes(2),
        () -> nodes.stream().allMatch(node -> edges(node.app()) == count * (count - 1)));
    sim.every(SAMPLE, this::sample);
    sim.checkEvery(SAMPLE, "enforced only while t vouch", this::check);
  }

  Simulation sim() {
    return sim;
  }

  GroupId group() {
    return group;
  }

  List<SimNode<GuardNode>> nodes() {
    return nodes;
  }

  SimNode<GuardNode> node(int index) {
    return nodes.get(index);
  }

  GuardNode app(int index) {
    return nodes.get(index).app();
  }

  Identity identity(int index) {
    return identities.get(index);
  }

  void join(int index) {
    app(index).join(group, SETTINGS, new Contact(node(0).id(), List.of(node(0).address())));
  }

  static String rule(String word) {
    return "drop tcp any any -> any any (msg:\"%s\"; content:\"abcdefgh-%s\"; sid:1;)"
        .formatted(word, word);
  }

  static Bytes evidence(String word) {
    return Bytes.wrapOwned(("seen: " + word).getBytes(StandardCharsets.UTF_8));
  }

  /** Has a gateway offer a signature, and waits until its own battery has passed it. */
  SignatureId offer(int index, String word) {
    List<OfferResult> results = new ArrayList<>();
    app(index).desk().offer(group, rule(word), evidence(word), 86_400_000, results::add);
    sim.runUntil("tested", Duration.ofSeconds(5), () -> !results.isEmpty());
    if (results.getFirst() instanceof OfferResult.Offered offered) {
      return offered.id();
    }
    throw new AssertionError("not offered: " + results);
  }

  boolean allEnforce(SignatureId id) {
    return nodes.stream().allMatch(node -> !node.isRunning() || node.app().enforces(id));
  }

  boolean noneEnforces(SignatureId id) {
    return nodes.stream().noneMatch(node -> node.isRunning() && node.app().enforces(id));
  }

  private static int edges(GuardNode app) {
    return app.groups().groups().stream()
        .mapToInt(group -> app.groups().attestations(group).edgeCount())
        .sum();
  }

  private void add(int index) {
    String name = "g" + index;
    Identity identity = Identity.generate(sim.random("identity " + name));
    GuardNode.Disk disk = new GuardNode.Disk();
    identities.add(identity);
    disks.add(disk);
    nodes.add(
        sim.addNode(
            name,
            identity.nodeId(),
            host ->
                new GuardNode(
                    sim, host, identity, disk, signatures, BLS, trust, colluders.contains(index))));
  }

  private void sample() {
    for (SimNode<GuardNode> node : nodes) {
      if (node.isRunning()) {
        for (SignatureStatus status : node.app().desk().all()) {
          SignatureId id = status.signed().id();
          rules.put(id, status.signed().record().rule());
          if (status.opinion() instanceof Opinion.Endorsed) {
            vouched.computeIfAbsent(id, unseen -> new HashMap<>()).put(node.id(), sim.wallMillis());
          }
        }
      }
    }
  }

  private void check(Findings findings) {
    for (int i = 0; i < nodes.size(); i++) {
      if (nodes.get(i).isRunning()) {
        for (EnforcedSignature one : app(i).enforced()) {
          check(findings, i, one);
        }
      }
    }
  }

  private void check(Findings findings, int index, EnforcedSignature one) {
    String name = nodes.get(index).name();
    long now = sim.wallMillis();
    long since = now - SETTINGS.validityMillis() - 2 * SETTINGS.clockSkewMillis() - 1_000;
    long vouching =
        vouched.getOrDefault(one.id(), Map.of()).values().stream()
            .filter(last -> last >= since)
            .count();
    findings.require(
        vouching >= trust.least(),
        "%s enforces %s, for which %d vouch".formatted(name, one.id(), vouching));
    findings.require(
        one.untilMillis() - now <= SETTINGS.validityMillis() + 2 * SETTINGS.clockSkewMillis(),
        "%s enforces %s for longer than T_a".formatted(name, one.id()));
    findings.require(
        colluders.contains(index) || !rules.getOrDefault(one.id(), "").contains(GuardNode.BAD),
        "%s enforces the bad %s".formatted(name, one.id()));
  }
}
