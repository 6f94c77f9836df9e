package org.lagroups.wormguard.runtime.learning;

import java.util.HexFormat;
import java.util.List;
import org.lagroups.machine.GroupId;
import org.lagroups.node.control.api.GroupList;
import org.lagroups.node.control.client.ControlClient;
import org.lagroups.node.control.client.ControlException;
import org.lagroups.node.state.HomeFolder;
import org.lagroups.wormguard.api.AddBenign;
import org.lagroups.wormguard.api.BenignView;
import org.lagroups.wormguard.api.OfferSignature;
import org.lagroups.wormguard.api.SignatureView;
import org.lagroups.wormguard.learn.evidence.EvidenceCodec;
import org.lagroups.wormguard.learn.evidence.PayloadSample;
import org.lagroups.wormguard.learn.signature.Signature;
import org.lagroups.wormguard.runtime.cooperation.battery.BenignPayloads;

/**
 * The node of a home, by its control API. It is looked for anew each time, as it may have been
 * started again meanwhile.
 */
public final class HomeNode implements NodePort {

  private static final String BENIGN = "/v1/guard/benign";
  private static final String SIGNATURES = "/v1/guard/signatures";

  private final HomeFolder home;
  private final String group;
  private final int days;

  /**
   * That of a home.
   *
   * @param group to whom signatures are offered; may be empty if the node belongs to one only
   * @param days for how long
   */
  public HomeNode(HomeFolder home, String group, int days) {
    this.home = home;
    this.group = group;
    this.days = days;
  }

  /**
   * Makes sure that signatures can be offered.
   *
   * @throws ControlException if they cannot, with what to do
   */
  public void check() {
    ControlClient control = ControlClient.of(home);
    control.get(BENIGN, BenignView.class);
    List<String> groups =
        control.get("/v1/groups", GroupList.class).groups().stream()
            .map(GroupList.GroupSummary::group)
            .map(GroupId::toString)
            .toList();
    if (groups.isEmpty()) {
      throw new ControlException(
          "no-group",
          "this node belongs to no group, so there is nobody to offer to",
          "make one, or join one: lag group create, lag group join LINK");
    }
    if (group.isEmpty() ? groups.size() > 1 : !groups.contains(group)) {
      throw new ControlException(
          "bad-group",
          group.isEmpty()
              ? "this node belongs to %d groups".formatted(groups.size())
              : "this node does not belong to that group",
          "name one with --group, as lag group list shows them");
    }
  }

  @Override
  public Outcome offer(Signature signature) {
    OfferSignature body =
        new OfferSignature(
            group,
            signature.evidence().rule(),
            HexFormat.of().formatHex(EvidenceCodec.encode(signature.evidence()).toArray()),
            days);
    try {
      return new Outcome.Offered(
          ControlClient.of(home).post(SIGNATURES, body, SignatureView.class).id());
    } catch (ControlException e) {
      String why = String.valueOf(e.getMessage());
      return switch (e.code()) {
        case OfferSignature.UNDECIDED -> new Outcome.Undecided(why);
        case OfferSignature.REFUSED -> new Outcome.Refused(why);
        default -> new Outcome.Away(why);
      };
    }
  }

  @Override
  public boolean give(List<PayloadSample> payloads) {
    try {
      AddBenign body = new AddBenign(payloads.stream().map(BenignPayloads::view).toList());
      ControlClient.of(home).post(BENIGN, body, BenignView.class);
      return true;
    } catch (ControlException e) {
      return false;
    }
  }
}
