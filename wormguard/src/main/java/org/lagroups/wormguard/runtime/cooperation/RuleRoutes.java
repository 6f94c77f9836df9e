package org.lagroups.wormguard.runtime.cooperation;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.lagroups.node.control.ApiException;
import org.lagroups.node.control.ApiRoute;
import org.lagroups.wormguard.api.ChangeEntry;
import org.lagroups.wormguard.api.ChangeTrust;
import org.lagroups.wormguard.api.LocalRulesView;
import org.lagroups.wormguard.cooperate.book.TrustRule;
import org.lagroups.wormguard.cooperate.record.SignatureId;
import org.lagroups.wormguard.runtime.cooperation.store.LocalRules;
import org.lagroups.wormguard.runtime.cooperation.store.LocalRules.Entry;
import org.lagroups.wormguard.runtime.cooperation.store.LocalRules.Kind;

/** What the operator decides for this gateway alone. */
final class RuleRoutes {

  private static final String ALL = "*";

  private final GuardAccess guard;

  RuleRoutes(GuardAccess guard) {
    this.guard = guard;
  }

  List<ApiRoute> routes() {
    return List.of(
        ApiRoute.get(
            "/v1/guard/rules",
            "What the operator has decided for this gateway.",
            LocalRulesView.class,
            request -> guard.ask(() -> Views.of(guard.policy().rules()))),
        ApiRoute.put(
            "/v1/guard/rules/entry",
            "Puts something into a list of the operator's, or takes it out.",
            ChangeEntry.class,
            LocalRulesView.class,
            (request, body) -> change(body)),
        ApiRoute.put(
            "/v1/guard/rules/trust",
            "Says whose endorsements count, and who tests signatures besides.",
            ChangeTrust.class,
            LocalRulesView.class,
            (request, body) -> change(body)));
  }

  private LocalRulesView change(ChangeTrust body) {
    try {
      TrustRule.Kind kind =
          switch (body.trust()) {
            case "neighbours" -> TrustRule.Kind.NEIGHBOURS;
            case "paths" -> TrustRule.Kind.PATHS;
            default -> throw new IllegalArgumentException("trust is neighbours or paths");
          };
      TrustRule trust = new TrustRule(kind, body.least());
      return change(
          rules -> new LocalRules(trust, rules.isDryRun(), body.verifier(), rules.entries()));
    } catch (IllegalArgumentException e) {
      throw ApiException.badRequest("bad-trust", String.valueOf(e.getMessage()), "");
    }
  }

  private LocalRulesView change(ChangeEntry body) {
    if (body.list().equals("dry-run") && body.value().equals(ALL)) {
      return change(rules ->
          new LocalRules(rules.trust(), body.isListed(), rules.verifier(), rules.entries()));
    }
    Entry entry = entry(body.list(), body.value());
    try {
      return change(rules -> {
        Set<Entry> entries = new HashSet<>(rules.entries());
        if (body.isListed()) {
          entries.add(entry);
        } else {
          entries.remove(entry);
        }
        return new LocalRules(rules.trust(), rules.isDryRun(), rules.verifier(), entries);
      });
    } catch (IllegalArgumentException e) {
      throw ApiException.conflict("too-many", String.valueOf(e.getMessage()), "");
    }
  }

  private LocalRulesView change(UnaryOperator<LocalRules> how) {
    return guard.change(() -> {
      guard.policy().replace(how.apply(guard.policy().rules()));
      guard.machine().trustChanged();
      return Views.of(guard.policy().rules());
    });
  }

  private static Entry entry(String list, String value) {
    boolean isId = value.matches("[0-9A-Fa-f]{64}");
    String id = value.toLowerCase(Locale.ROOT);
    return switch (list) {
      case "allow" ->
          isId
              ? new Entry(Kind.ALLOW_SIGNATURE, id)
              : new Entry(Kind.ALLOW_ADDRESS, address(value));
      case "never-block" -> new Entry(Kind.NEVER_BLOCK, address(value));
      case "dry-run" -> new Entry(Kind.DRY_RUN, id(value));
      default ->
          throw ApiException.badRequest(
              "bad-list", "the lists are allow, never-block and dry-run", "");
    };
  }

  private static String id(String value) {
    try {
      return SignatureId.parse(value).toString();
    } catch (IllegalArgumentException e) {
      throw ApiException.badRequest("bad-id", String.valueOf(e.getMessage()), "");
    }
  }

  private static String address(String value) {
    if (!Policy.isAddress(value)) {
      throw ApiException.badRequest(
          "bad-address",
          "neither the ID of a signature nor an address, a network or a range",
          "as 10.0.0.1, 10.0.0.0/8, 2001:db8::/32 or 10.0.0.1-10.0.0.9");
    }
    return value;
  }
}
