package org.lagroups.wormguard.runtime.guard;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.lagroups.wormguard.engine.RuleIndex;
import org.lagroups.wormguard.match.MatcherCompiler;

/**
 * The rules in force. They are compiled in the thread that asks for a change, and taken over by the
 * one that judges when it comes to it, so that no packet waits and no flow is forgotten.
 */
public final class RuleBook {

  private final RuleSource source;
  private final MatcherCompiler compiler;
  private final AtomicReference<@Nullable RuleIndex> next = new AtomicReference<>();
  private volatile Rulings rulings;

  private RuleBook(RuleSource source, MatcherCompiler compiler, Rulings rulings) {
    this.source = source;
    this.compiler = compiler;
    this.rulings = rulings;
  }

  /**
   * Loads rules for the first time.
   *
   * @throws GuardException if they do not load
   */
  public static RuleBook open(RuleSource source, MatcherCompiler compiler) throws GuardException {
    return new RuleBook(source, compiler, source.load());
  }

  /** The rules as they were loaded last. Any thread. */
  public Rulings rulings() {
    return rulings;
  }

  /** Compiles them, for the first judge. */
  RuleIndex compile() {
    return RuleIndex.of(rulings.rules(), compiler);
  }

  /**
   * Loads the rules anew. Any thread.
   *
   * @throws GuardException if they do not load; those before stay in force
   */
  public synchronized Rulings reload() throws GuardException {
    Rulings loaded = source.load();
    RuleIndex index = RuleIndex.of(loaded.rules(), compiler);
    rulings = loaded;
    RuleIndex overtaken = next.getAndSet(index);
    if (overtaken != null) {
      overtaken.close();
    }
    return loaded;
  }

  /** Rules that are to take the place of others, once; null if there are none. */
  @Nullable RuleIndex takeNext() {
    return next.getAndSet(null);
  }
}
