package org.lagroups.core.monitor.battery;

import java.util.function.Consumer;
import org.lagroups.core.attestation.LinkInfo;
import org.lagroups.core.monitor.Monitor;
import org.lagroups.core.monitor.OngoingTest;
import org.lagroups.core.monitor.Subject;
import org.lagroups.core.monitor.Verdict;

/**
 * A test by which a node passes until it is found to fail. It suits tests that take long to find a
 * node good, or may never come to a verdict, beside one in the same battery that every node has to
 * pass: so it holds up nobody's admission.
 */
public record BenefitOfDoubt(Monitor monitor) implements Monitor {

  private static final Verdict UNTIL_KNOWN = new Verdict.Pass(LinkInfo.NONE);

  @Override
  public OngoingTest start(Subject subject, Consumer<Verdict> onChange) {
    OngoingTest test = monitor.start(subject, said -> onChange.accept(orUnknown(said)));
    return new OngoingTest() {
      @Override
      public Verdict verdict() {
        return orUnknown(test.verdict());
      }

      @Override
      public void close() {
        test.close();
      }
    };
  }

  private static Verdict orUnknown(Verdict said) {
    return said instanceof Verdict.Pending ? UNTIL_KNOWN : said;
  }
}
