package org.lagroups.desktop.home;

import atlantafx.base.theme.Styles;
import java.time.Duration;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.lagroups.desktop.home.HomeModel.Attention;
import org.lagroups.desktop.home.HomeModel.GroupLine;
import org.lagroups.desktop.home.WorkModel.Work;
import org.lagroups.desktop.screen.Desk;
import org.lagroups.desktop.screen.Parts;
import org.lagroups.desktop.screen.Place;
import org.lagroups.desktop.screen.Screen;
import org.lagroups.desktop.screen.Shown;
import org.lagroups.desktop.screen.Texts;
import org.lagroups.node.cli.Amounts;
import org.lagroups.node.control.api.NodeInfo;

/** The first screen. */
public final class HomeScreen implements Screen {

  private final Texts texts = Texts.of(HomeScreen.class);
  private final HomeModel model;
  private final WorkModel work;
  private final Desk desk;
  private final Label name = new Label();
  private final Label id = new Label();
  private final Label doing = new Label();
  private final VBox attention = new VBox();
  private final VBox groups = new VBox();
  private final VBox works = new VBox();
  private final ScrollPane root;
  private final Button people;
  private final Subscription open;

  public HomeScreen(Desk desk) {
    this.desk = desk;
    model = new HomeModel(desk.api(), desk.directory());
    work = new WorkModel(desk.api());
    works.setId("home-work");
    name.setId("home-name");
    name.getStyleClass().add(Styles.TITLE_3);
    id.setId("home-id");
    id.getStyleClass().add(Styles.TEXT_MUTED);
    doing.setId("home-doing");
    doing.setWrapText(true);
    attention.setId("home-attention");
    groups.setId("home-groups");
    people =
        Parts.button(
            "home-people",
            texts.get("toPeople"),
            Feather.USERS,
            () -> desk.go().accept(Place.PEOPLE));
    VBox page =
        Parts.page(
            texts.get("title"),
            Parts.card(texts.get("node"), name, id, doing),
            Parts.card(texts.get("attention"), attention),
            Parts.card(texts.get("work"), works),
            Parts.card(texts.get("vouchers"), groups, people));
    root = new ScrollPane(page);
    root.setFitToWidth(true);
    open =
        Subscription.combine(
            model.node().subscribe(this::show),
            Parts.follow(model.attention(), attention, this::attention, texts.get("nothing")),
            Parts.follow(work.all(), works, this::work, texts.get("idle")),
            Parts.follow(model.groups(), groups, this::group, texts.get("noGroup")));
  }

  @Override
  public Parent root() {
    return root;
  }

  @Override
  public void focus() {
    people.requestFocus();
  }

  @Override
  public void close() {
    open.unsubscribe();
    model.close();
    work.close();
  }

  private void show(@Nullable NodeInfo node) {
    if (node == null) {
      name.setText(texts.get("waiting"));
      return;
    }
    name.setText(Shown.name(node.name(), node.node()));
    id.setText(node.node().toString());
    doing.setText(
        texts.get(
            "doing",
            node.sessions(),
            node.groups(),
            uptime(Duration.ofSeconds(node.uptimeSeconds()))));
  }

  private String uptime(Duration time) {
    if (time.toDays() > 0) {
      return texts.get("days", time.toDays());
    }
    return time.toHours() > 0
        ? texts.get("hours", time.toHours())
        : texts.get("minutes", time.toMinutes());
  }

  private Node attention(Attention one) {
    String key = "attention." + one.kind().name().toLowerCase(Locale.ROOT);
    Label line = new Label(texts.get(key, one.subject()), new FontIcon(Feather.ALERT_TRIANGLE));
    line.setWrapText(true);
    line.getStyleClass().add(Styles.WARNING);
    return line;
  }

  private Node work(Work one) {
    String key = one.kind().name().toLowerCase(Locale.ROOT);
    Place place = one.kind().place();
    Hyperlink line =
        new Hyperlink(texts.get("work." + key, one.count(), Amounts.bytes(one.amount())));
    line.setId("home-work-" + key);
    line.setGraphic(new FontIcon(place.icon()));
    line.setOnAction(_ -> desk.go().accept(place));
    return line;
  }

  private Node group(GroupLine line) {
    Label head = new Label(desk.directory().group(line.group()));
    head.getStyleClass().add(Styles.TEXT_BOLD);
    Label by =
        new Label(
            line.attestedBy().isEmpty()
                ? texts.get("byNobody")
                : texts.get("by", line.attestedBy().size(), String.join(", ", line.attestedBy())));
    by.setWrapText(true);
    VBox box = new VBox(head, by);
    if (!line.lacking().isEmpty()) {
      box.getChildren().add(Parts.muted(texts.get("notBy", String.join(", ", line.lacking()))));
    }
    return box;
  }
}
