package org.lagroups.wormguard.runtime.guard;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lagroups.machine.Printable;
import org.lagroups.wormguard.rule.Rule;
import org.lagroups.wormguard.rule.RuleId;
import org.lagroups.wormguard.rule.address.Variables;
import org.lagroups.wormguard.rule.load.RefusedRule;
import org.lagroups.wormguard.rule.load.RuleLoader;
import org.lagroups.wormguard.rule.load.RuleSet;

/**
 * Files of rules, to be read again whenever somebody asks for it. Of two rules with the same name
 * the one with the higher revision stays, or the first.
 *
 * @param files none if all rules come from partners
 */
public record RuleSource(List<Path> files, Variables variables) {

  private static final int MOST_NOTES = 20;

  /** What tells rules apart. */
  private record Name(long group, long signature) {}

  public RuleSource {
    files = List.copyOf(files);
  }

  /**
   * Reads them.
   *
   * @throws GuardException if a file cannot be read, or no rule of all of them can be taken
   */
  public Rulings load() throws GuardException {
    Map<Name, Rule> rules = new LinkedHashMap<>();
    List<String> notes = new ArrayList<>();
    long refused = 0;
    for (Path file : files) {
      RuleSet set = read(file);
      refused += set.refusedCount();
      set.refused().stream()
          .limit(MOST_NOTES)
          .map(refusal -> note(file, refusal))
          .forEach(notes::add);
      set.rules().forEach(rule -> rules.merge(name(rule.id()), rule, RuleSource::newer));
    }
    if (rules.isEmpty() && !files.isEmpty()) {
      throw new GuardException(
          "there is no rule to guard by in %s; `lag guard check` says what is wrong with a file"
              .formatted(files));
    }
    return new Rulings(List.copyOf(rules.values()), refused, notes);
  }

  private RuleSet read(Path file) throws GuardException {
    try (InputStream in = Files.newInputStream(file)) {
      return RuleLoader.load(in, variables);
    } catch (NoSuchFileException e) {
      throw new GuardException("there is no file " + Printable.of(file.toString()), e);
    } catch (IOException e) {
      throw new GuardException(
          "cannot read %s: %s"
              .formatted(
                  Printable.of(file.toString()), Printable.of(String.valueOf(e.getMessage()))),
          e);
    }
  }

  private static String note(Path file, RefusedRule refusal) {
    return "%s: %s".formatted(Printable.of(file.toString()), refusal);
  }

  private static Rule newer(Rule one, Rule other) {
    return other.id().revision() > one.id().revision() ? other : one;
  }

  private static Name name(RuleId id) {
    return new Name(id.group(), id.signature());
  }
}
