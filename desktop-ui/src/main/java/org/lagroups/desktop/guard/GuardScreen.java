package org.lagroups.desktop.guard;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.lagroups.desktop.guard.SignaturesModel.Line;
import org.lagroups.desktop.link.Problem;
import org.lagroups.desktop.screen.Desk;
import org.lagroups.desktop.screen.Layout;
import org.lagroups.desktop.screen.Parts;
import org.lagroups.desktop.screen.Screen;
import org.lagroups.desktop.screen.Texts;
import org.lagroups.desktop.screen.TwoLineCell;
import org.lagroups.wormguard.api.LocalRulesView;

/** The place of signatures, and of the gateway that enforces them. */
public final class GuardScreen implements Screen, SignatureDetails.Deciding {

  private static final double LIST_PART = 0.38;

  private final Texts texts = Texts.of(GuardScreen.class);
  private final SignatureWords words;
  private final Desk desk;
  private final SignaturesModel model;
  private final ListView<Line> list;
  private final SignatureDetails details;
  private final CheckBox dryRun;
  private final Label trust = Parts.muted("");
  private final GatewayModel gateway;
  private final GatewayPane gatewayPane;
  private final VBox root;
  private final Subscription open;

  public GuardScreen(Desk desk) {
    this.desk = desk;
    words = new SignatureWords(texts, desk.directory());
    Layout layout = desk.settings().layout();
    model = new SignaturesModel(desk.api());
    list = new ListView<>();
    list.setId("guard-list");
    list.setAccessibleText(texts.get("signatures"));
    list.setCellFactory(_ ->
        new TwoLineCell<>(
            line -> SignatureWords.icon(line.view()),
            line -> words.title(line.view()),
            words::state));
    list.setPlaceholder(Parts.muted(texts.get("none")));
    details = new SignatureDetails(texts, words, this);
    dryRun = new CheckBox(texts.get("dryRunAll"));
    dryRun.setId("guard-dry-run-all");
    dryRun.setOnAction(_ -> model.tryOutAll(dryRun.isSelected(), this::refused));
    trust.setId("guard-trust-now");
    SplitPane split = new SplitPane(list, details);
    SplitPane.setResizableWithParent(list, false);
    VBox.setVgrow(split, Priority.ALWAYS);
    VBox signatures =
        new VBox(
            Parts.row(
                dryRun,
                Parts.space(),
                decided("trust", Feather.SLIDERS, this::trust),
                decided("addresses", Feather.LIST, this::addresses)),
            trust,
            split);
    signatures.getStyleClass().add("guard-signatures");
    gateway = new GatewayModel(desk.api(), System::nanoTime);
    gatewayPane = new GatewayPane(texts, desk, gateway);
    Tab second = tab("gateway", gatewayPane);
    TabPane tabs = new TabPane(tab("signatures", signatures), second);
    tabs.setId("guard-tabs");
    tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
    VBox.setVgrow(tabs, Priority.ALWAYS);
    root = Parts.page(texts.get("title"), tabs);
    GuardStyle.on(root);
    open =
        Subscription.combine(
            Parts.choose(list, model.rows()),
            model.rows().chosen().subscribe(details::show),
            model.rules().subscribe(this::decided),
            second.selectedProperty().subscribe(gateway::look),
            layout.divider(split, "guard.split", LIST_PART),
            layout.tab(tabs, "guard.tab"));
  }

  @Override
  public Parent root() {
    return root;
  }

  @Override
  public void focus() {
    list.requestFocus();
  }

  @Override
  public void close() {
    open.unsubscribe();
    gatewayPane.close();
    gateway.close();
    model.close();
  }

  @Override
  public void seeEvidence(Line line) {
    String title = words.title(line.view());
    model.evidence(
        line,
        evidence -> desk.overlay().show(new EvidenceBox(texts, title, evidence, desk.overlay())));
  }

  @Override
  public void attest(Line line) {
    model.attest(line);
  }

  @Override
  public void withdraw(Line line) {
    desk.overlay().show(new WithdrawForm(texts, model, line, desk));
  }

  @Override
  public void tryOut(Line line, boolean isDryRun) {
    model.tryOut(line, isDryRun, this::refused);
  }

  @Override
  public void allow(Line line, boolean isAllowed) {
    model.allow(line, isAllowed, this::refused);
  }

  /** A button that can be pressed once it is known what was decided before. */
  private Button decided(String key, Feather icon, Runnable action) {
    Button button = Parts.button("guard-" + key, texts.get(key), icon, action);
    button.disableProperty().bind(model.rules().isNull());
    return button;
  }

  private Tab tab(String key, Node content) {
    Tab tab = new Tab(texts.get("tab." + key), content);
    tab.setId("guard-tab-" + key);
    return tab;
  }

  /** What was switched is as it was. */
  private void refused(Problem problem) {
    desk.notices().tell(problem);
    details.show(model.rows().chosen().get());
    decided(model.rules().get());
  }

  private void decided(@Nullable LocalRulesView now) {
    dryRun.setDisable(now == null);
    if (now != null) {
      dryRun.setSelected(now.isDryRun());
      trust.setText(
          texts.get(
              "trust.now." + (now.trust().equals("paths") ? "paths" : "neighbours"), now.least()));
    }
  }

  private void trust() {
    LocalRulesView now = model.rules().get();
    if (now != null) {
      desk.overlay().show(new TrustForm(texts, model, now, desk));
    }
  }

  private void addresses() {
    LocalRulesView now = model.rules().get();
    if (now != null) {
      desk.overlay().show(new AddressesForm(texts, model, now, desk));
    }
  }
}
