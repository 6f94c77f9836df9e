package org.lagroups.wormguard.cooperate.judge;

import java.util.function.Consumer;
import org.lagroups.machine.Bytes;
import org.lagroups.wormguard.cooperate.record.SignedRecord;
import org.lagroups.wormguard.rule.Rule;

/** The tests that a signature has to pass before this node vouches for it. */
@FunctionalInterface
public interface Battery {

  /**
   * Tests, elsewhere.
   *
   * @param rule what the record's text says
   * @param evidence that of the record; its digest was checked
   * @param done called once, on the thread of the machines and never from within this call
   */
  void test(SignedRecord signature, Rule rule, Bytes evidence, Consumer<TestResult> done);
}
