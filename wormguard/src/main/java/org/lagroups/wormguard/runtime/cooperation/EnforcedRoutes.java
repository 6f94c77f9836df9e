package org.lagroups.wormguard.runtime.cooperation;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.lagroups.node.control.ApiRoute;
import org.lagroups.wormguard.api.EnforcedRules;
import org.lagroups.wormguard.cooperate.enforce.EnforcedSignature;
import org.lagroups.wormguard.runtime.cooperation.store.LocalRules.Kind;

/** What a gateway of this home has to know, which asks every second. */
final class EnforcedRoutes {

  private final GuardAccess guard;
  private final Supplier<List<EnforcedSignature>> enforced;

  /**
   * For a running node.
   *
   * @param enforced asked on the loop
   */
  EnforcedRoutes(GuardAccess guard, Supplier<List<EnforcedSignature>> enforced) {
    this.guard = guard;
    this.enforced = enforced;
  }

  List<ApiRoute> routes() {
    return List.of(
        ApiRoute.get(
            EnforcedRules.PATH,
            "Which signatures are enforced and until when, and what is never blocked.",
            EnforcedRules.class,
            request -> guard.ask(this::answer)));
  }

  private EnforcedRules answer() {
    Policy policy = guard.policy();
    Set<String> allowed = Set.copyOf(policy.rules().values(Kind.ALLOW_SIGNATURE));
    return new EnforcedRules(
        enforced.get().stream()
            .filter(one -> !allowed.contains(one.id().toString()))
            .map(one ->
                new EnforcedRules.Enforced(
                    one.group(),
                    one.id().toString(),
                    one.rule(),
                    policy.isDryRun(one.id()),
                    one.untilMillis()))
            .toList(),
        policy.rules().isDryRun(),
        policy.neverBlock(guard.groups()));
  }
}
