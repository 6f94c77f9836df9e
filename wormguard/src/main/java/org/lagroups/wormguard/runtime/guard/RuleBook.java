package org.lagroups.wormguard.runtime.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lagroups.wormguard.api.EnforcedRules;
import org.lagroups.wormguard.enforce.Lease;
import org.lagroups.wormguard.enforce.SharedTerms;
import org.lagroups.wormguard.engine.RuleIndex;
import org.lagroups.wormguard.match.MatcherCompiler;
import org.lagroups.wormguard.rule.Rule;
import org.lagroups.wormguard.rule.RuleKey;

/**
 * The rules in force: those of files, and those that partners share. They are compiled in the
 * thread that asks for a change, and taken over by the one that judges when it comes to it, so that
 * no packet waits and no flow is forgotten.
 */
public final class RuleBook {

  private final RuleSource source;
  private final MatcherCompiler compiler;
  private final AtomicReference<@Nullable RuleIndex> next = new AtomicReference<>();
  private volatile Rulings rulings;
  private volatile Set<RuleKey> own;
  private volatile SharedRules shared = SharedRules.NONE;
  private volatile SharedTerms terms = SharedTerms.NONE;

  private RuleBook(RuleSource source, MatcherCompiler compiler, Rulings rulings) {
    this.source = source;
    this.compiler = compiler;
    this.rulings = rulings;
    this.own = keys(rulings);
  }

  /**
   * Loads rules for the first time.
   *
   * @throws GuardException if they do not load
   */
  public static RuleBook open(RuleSource source, MatcherCompiler compiler) throws GuardException {
    return new RuleBook(source, compiler, source.load());
  }

  /** The rules of files as they were loaded last. Any thread. */
  public Rulings rulings() {
    return rulings;
  }

  /** The rules in force, those of files first. Any thread. */
  List<Rule> rules() {
    return all(rulings, shared);
  }

  /** Compiles them all, for the first judge. */
  RuleIndex compile() {
    return compile(rulings, shared);
  }

  /**
   * Loads the rules of files anew. Any thread.
   *
   * @throws GuardException if they do not load; those before stay in force
   */
  public synchronized Rulings reload() throws GuardException {
    Rulings loaded = source.load();
    exchange(compile(loaded, shared));
    rulings = loaded;
    own = keys(loaded);
    return loaded;
  }

  /**
   * Takes what a node says that partners vouch for, in place of what it said before. Any thread.
   *
   * @throws RuntimeException if that cannot be enforced; the rules before stay, on the new terms if
   *     these can be read
   */
  synchronized void share(EnforcedRules told) {
    SharedRules wanted = SharedRules.of(told, shared);
    // At once, as they say what may not be blocked any more, too; a rule without terms does
    // nothing.
    terms = wanted.terms();
    if (!wanted.rules().keySet().equals(shared.rules().keySet())) {
      exchange(compile(rulings, wanted));
    }
    shared = wanted;
  }

  /** On what terms shared rules block. Any thread. */
  SharedTerms terms() {
    return terms;
  }

  /** How many shared rules may block now. Any thread. */
  int sharedRules() {
    return (int) terms.leases().values().stream().filter(lease -> !lease.isOver()).count();
  }

  /** How many shared rules could not be taken. Any thread. */
  int sharedRefused() {
    return shared.refused();
  }

  /**
   * For how many milliseconds a rule may have a sender blocked from now on, 0 or less if it may
   * not; forever, unless it is a shared one. Any thread.
   *
   * @param high the first half of the sender's address
   * @param low the second half
   */
  public long leftMillis(RuleKey rule, long high, long low) {
    SharedTerms now = terms;
    if (now.isDryRun(rule) || now.neverBlock().contains(high, low)) {
      return 0;
    }
    if (!rule.isShared()) {
      return own.contains(rule) ? Long.MAX_VALUE : 0;
    }
    Lease lease = now.leases().get(rule);
    return lease == null ? 0 : lease.leftMillis();
  }

  /** Rules that are to take the place of others, once; null if there are none. */
  @Nullable RuleIndex takeNext() {
    return next.getAndSet(null);
  }

  private RuleIndex compile(Rulings own, SharedRules theirs) {
    return RuleIndex.of(all(own, theirs), compiler);
  }

  private static List<Rule> all(Rulings own, SharedRules theirs) {
    List<Rule> all = new ArrayList<>(own.rules());
    all.addAll(theirs.inOrder());
    return all;
  }

  private static Set<RuleKey> keys(Rulings of) {
    return of.rules().stream().map(Rule::key).collect(Collectors.toUnmodifiableSet());
  }

  private void exchange(RuleIndex index) {
    RuleIndex overtaken = next.getAndSet(index);
    if (overtaken != null) {
      overtaken.close();
    }
  }
}
