package org.lagroups.desktop.guard;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.lagroups.desktop.screen.Desk;
import org.lagroups.desktop.screen.Form;
import org.lagroups.desktop.screen.Parts;
import org.lagroups.desktop.screen.Shown;
import org.lagroups.desktop.screen.Texts;
import org.lagroups.wormguard.api.ChangeEntry;
import org.lagroups.wormguard.api.LocalRulesView;

/**
 * Shows and changes which addresses are never blocked, and which are let pass by partners' rules.
 */
final class AddressesForm extends Form {

  /** An address in one of the lists, as they are called in {@link ChangeEntry}. */
  private record Entry(String list, String address) {}

  private final Texts texts;
  private final SignaturesModel model;
  private final ObservableList<Entry> entries = FXCollections.observableArrayList();
  private final ListView<Entry> list = new ListView<>(entries);
  private final TextField address = new TextField();
  private final CheckBox never;

  AddressesForm(Texts texts, SignaturesModel model, LocalRulesView now, Desk desk) {
    super(texts, desk, "guard-address", texts.get("addresses.title"), texts.get("addresses.add"));
    this.texts = texts;
    this.model = model;
    list.setId("guard-address-list");
    list.setAccessibleText(texts.get("addresses.title"));
    list.getStyleClass().add("guard-addresses");
    list.setCellFactory(_ -> new Cell());
    list.setPlaceholder(Parts.muted(texts.get("addresses.none")));
    address.setId("guard-address-text");
    address.setPromptText(texts.get("addresses.prompt"));
    address.setAccessibleText(texts.get("addresses.address"));
    never = new CheckBox(texts.get("addresses.never"));
    never.setId("guard-address-never");
    never.setSelected(true);
    Button remove =
        Parts.button(
            "guard-address-remove", texts.get("addresses.remove"), Feather.TRASH_2, this::remove);
    remove.disableProperty().bind(list.getSelectionModel().selectedItemProperty().isNull());
    fields(
        Parts.muted(texts.get("addresses.explain")),
        list,
        Parts.row(Parts.space(), remove),
        new Label(texts.get("addresses.address")),
        address,
        never);
    GuardStyle.on(this);
    show(now);
  }

  @Override
  public void requestFocus() {
    address.requestFocus();
  }

  @Override
  protected void ask() {
    String which = never.isSelected() ? "never-block" : "allow";
    model.change(
        new ChangeEntry(which, address.getText().strip(), true),
        () -> {
          address.clear();
          showAgain();
        },
        this::refused);
  }

  private void remove() {
    Entry chosen = list.getSelectionModel().getSelectedItem();
    if (chosen != null) {
      model.change(
          new ChangeEntry(chosen.list(), chosen.address(), false), this::showAgain, this::refused);
    }
  }

  private void showAgain() {
    again();
    show(Objects.requireNonNull(model.rules().get()));
  }

  private void show(LocalRulesView now) {
    List<Entry> all =
        Stream.concat(
                now.neverBlocked().stream().map(one -> new Entry("never-block", one)),
                now.allowedAddresses().stream().map(one -> new Entry("allow", one)))
            .toList();
    entries.setAll(all);
  }

  private final class Cell extends ListCell<Entry> {

    @Override
    protected void updateItem(@Nullable Entry entry, boolean isEmpty) {
      super.updateItem(entry, isEmpty);
      setText(
          entry == null || isEmpty
              ? null
              : texts.get("addresses." + entry.list(), Shown.line(entry.address())));
    }
  }
}
