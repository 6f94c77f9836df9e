package org.lagroups.wormguard.runtime.cooperation;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lagroups.core.crypto.bls.Bls;
import org.lagroups.core.crypto.bls.JavaBls;
import org.lagroups.core.crypto.bls.NativeBls;
import org.lagroups.core.monitor.Monitor;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;
import org.lagroups.node.control.ApiRoute;
import org.lagroups.node.runtime.ModuleHost;
import org.lagroups.node.runtime.NodeServices;
import org.lagroups.node.runtime.OpenModule;
import org.lagroups.node.state.HomeFolder;
import org.lagroups.node.state.StateException;
import org.lagroups.wormguard.api.SignatureEvent;
import org.lagroups.wormguard.cooperate.book.Phase;
import org.lagroups.wormguard.cooperate.book.Standing;
import org.lagroups.wormguard.cooperate.endorse.Sealer;
import org.lagroups.wormguard.cooperate.enforce.EnforcedSignature;
import org.lagroups.wormguard.cooperate.judge.BlameMonitor;
import org.lagroups.wormguard.cooperate.protocol.GuardListener;
import org.lagroups.wormguard.cooperate.protocol.GuardMachine;
import org.lagroups.wormguard.cooperate.protocol.GuardPorts;
import org.lagroups.wormguard.cooperate.protocol.GuardStore;
import org.lagroups.wormguard.cooperate.record.SignatureId;
import org.lagroups.wormguard.runtime.cooperation.battery.LocalBattery;
import org.lagroups.wormguard.runtime.cooperation.battery.RecentPayloads;
import org.lagroups.wormguard.runtime.cooperation.battery.Verifier;
import org.lagroups.wormguard.runtime.cooperation.store.EvidenceTable;
import org.lagroups.wormguard.runtime.cooperation.store.GuardSchema;
import org.lagroups.wormguard.runtime.cooperation.store.LocalRules;
import org.lagroups.wormguard.runtime.cooperation.store.LocalTable;
import org.lagroups.wormguard.runtime.cooperation.store.OpinionTable;
import org.lagroups.wormguard.runtime.matching.Matching;

/** Cooperation against worms, opened for one node. */
final class OpenGuard implements OpenModule, GuardListener {

  /** So often is looked at what nobody tells of: tests that wait. */
  private static final long LOOK_MILLIS = 10_000;

  private final ModuleHost host;
  private final RecentPayloads benign;
  private final BlameMonitor blame = new BlameMonitor();
  private final WorkThread sealing;
  private final WorkThread testing;
  private final OpinionTable opinions;
  private final LocalTable table;
  private final EvidenceTable shelf;
  private final List<GuardStore.Stored> stored;
  private final LocalRules rules;
  private List<EnforcedSignature> signatures = List.of();
  private volatile List<String> warnings = List.of();
  private @Nullable Running running;

  private record Running(GuardMachine machine, Policy policy, NodeServices services) {}

  private OpenGuard(ModuleHost host, RecentPayloads benign) {
    this.host = host;
    this.benign = benign;
    this.opinions = new OpinionTable(host.store(), host.writes());
    this.table = new LocalTable(host.store(), host.writes());
    this.shelf = new EvidenceTable(host.store(), host.writes(), host.loop());
    this.stored = opinions.load().join();
    this.rules = table.load().join();
    this.sealing = new WorkThread("lag-guard-sealing", host.loop());
    this.testing = new WorkThread("lag-guard-testing", host.loop());
  }

  static OpenGuard open(ModuleHost host, RecentPayloads benign) {
    try {
      return new OpenGuard(host, benign);
    } catch (CompletionException e) {
      throw e.getCause() instanceof StateException state ? state : e;
    }
  }

  @Override
  public Optional<Monitor> test() {
    return Optional.of(blame);
  }

  @Override
  public void start(NodeServices services) {
    Policy policy = new Policy(table, rules, services::addresses);
    Bls bls = NativeBls.load().orElseGet(JavaBls::new);
    LocalBattery battery =
        new LocalBattery(
            testing,
            Matching.best().compiler(),
            benign,
            () ->
                Optional.of(policy.rules().verifier())
                    .filter(command -> !command.isEmpty())
                    .map(command -> new Verifier(command, Verifier.PATIENCE)),
            host.loop());
    GuardPorts ports =
        new GuardPorts(
            services.groups(),
            group -> services.belonging().isFor(GuardSchema.MODULE, group),
            new Sealer(host.identity(), bls, sealing),
            () -> policy.rules().trust(),
            battery,
            shelf,
            blame,
            opinions,
            this,
            stored);
    GuardMachine machine =
        services.host(GuardMachine.PROTOCOL, environment -> new GuardMachine(environment, ports));
    running = new Running(machine, policy, services);
    new GuardMeters(host.metrics(), host.loop(), machine).register(benign);
    look();
  }

  private void look() {
    Running now = running;
    if (now != null) {
      warnings = UntestedWarning.of(now.machine().desk().all(), System.currentTimeMillis());
    }
    host.loop().schedule(LOOK_MILLIS, this::look);
  }

  @Override
  public List<String> warnings() {
    return warnings;
  }

  @Override
  public List<ApiRoute> routes() {
    Running now = Objects.requireNonNull(running);
    GuardAccess access =
        new GuardAccess(
            host.loop(), host.writes(), now.services().groups(), now.machine(), now.policy());
    return Stream.of(
            new SignatureRoutes(access, shelf).routes(),
            new RuleRoutes(access).routes(),
            new EnforcedRoutes(access, this::enforcedNow).routes(),
            new BenignRoutes(benign).routes(),
            new RunningGuardRoutes(HomeFolder.at(host.dataFolder())).routes())
        .flatMap(List::stream)
        .toList();
  }

  private List<EnforcedSignature> enforcedNow() {
    Objects.requireNonNull(running).machine().evaluate();
    return signatures;
  }

  @Override
  public void judged(GroupId group, NodeId node) {
    Objects.requireNonNull(running).machine().judged(group, node);
  }

  @Override
  public void close() {
    sealing.close();
    testing.close();
  }

  @Override
  public void changed(GroupId group, SignatureId id, Phase before, Standing now) {
    host.events()
        .publish(
            SignatureEvent.TYPE,
            new SignatureEvent(
                group,
                id.toString(),
                Views.lower(before),
                Views.lower(now.phase()),
                now.endorsers().size(),
                now.needed()));
  }

  @Override
  public void enforced(List<EnforcedSignature> all) {
    signatures = List.copyOf(all);
  }
}
