package org.lagroups.fileshare.wire;

import com.google.protobuf.InvalidProtocolBufferException;
import java.util.ArrayList;
import java.util.List;
import org.lagroups.fileshare.merkle.LeafRange;
import org.lagroups.fileshare.query.Query;
import org.lagroups.fileshare.query.Term;
import org.lagroups.fileshare.wire.proto.AskHeldMessage;
import org.lagroups.fileshare.wire.proto.FetchLeavesMessage;
import org.lagroups.fileshare.wire.proto.FetchRecordMessage;
import org.lagroups.fileshare.wire.proto.RequestMessage;
import org.lagroups.fileshare.wire.proto.SearchMessage;
import org.lagroups.fileshare.wire.proto.TermMessage;
import org.lagroups.machine.Bytes;

/** Requests to bytes and back. */
public final class RequestCodec {

  private RequestCodec() {}

  /** The encoding of a request. */
  public static Bytes encode(FileRequest request) {
    RequestMessage.Builder message = RequestMessage.newBuilder();
    switch (request) {
      case FileRequest.Search search -> message.setSearch(toMessage(search));
      case FileRequest.FetchRecord fetch ->
          message.setFetchRecord(
              FetchRecordMessage.newBuilder().setRoot(Fields.wrap(fetch.root().hash())));
      case FileRequest.AskHeld ask ->
          message.setAskHeld(AskHeldMessage.newBuilder().setRoot(Fields.wrap(ask.root().hash())));
      case FileRequest.FetchLeaves fetch ->
          message.setFetchLeaves(
              FetchLeavesMessage.newBuilder()
                  .setRoot(Fields.wrap(fetch.root().hash()))
                  .setFirst(fetch.range().first())
                  .setCount(fetch.range().count()));
    }
    return Fields.encoded(message.build());
  }

  /** Reads what may be a request; never throws. */
  public static Decoded<FileRequest> decode(Bytes encoded) {
    try {
      FileRequest request = read(RequestMessage.parseFrom(Fields.wrap(encoded)));
      Fields.check(encode(request).equals(encoded), WireRefusal.MALFORMED);
      return new Decoded.Accepted<>(request);
    } catch (InvalidProtocolBufferException e) {
      return new Decoded.Refused<>(WireRefusal.MALFORMED);
    } catch (Unreadable e) {
      return new Decoded.Refused<>(e.reason());
    }
  }

  private static SearchMessage toMessage(FileRequest.Search search) {
    SearchMessage.Builder message = SearchMessage.newBuilder().setMaxResults(search.maxResults());
    for (Term term : search.query().terms()) {
      message.addTerms(
          TermMessage.newBuilder().setKind(toMessage(term.kind())).setText(term.text()));
    }
    return message.build();
  }

  private static TermMessage.Kind toMessage(Term.Kind kind) {
    return switch (kind) {
      case WORD -> TermMessage.Kind.WORD;
      case PREFIX -> TermMessage.Kind.PREFIX;
      case WITHOUT -> TermMessage.Kind.WITHOUT;
    };
  }

  private static FileRequest read(RequestMessage message) throws Unreadable {
    return switch (message.getRequestCase()) {
      case SEARCH -> readSearch(message.getSearch());
      case FETCH_RECORD ->
          new FileRequest.FetchRecord(Fields.root(message.getFetchRecord().getRoot()));
      case ASK_HELD -> new FileRequest.AskHeld(Fields.root(message.getAskHeld().getRoot()));
      case FETCH_LEAVES -> readFetchLeaves(message.getFetchLeaves());
      case REQUEST_NOT_SET -> throw new Unreadable(WireRefusal.MALFORMED);
    };
  }

  private static FileRequest readSearch(SearchMessage message) throws Unreadable {
    int max = message.getMaxResults();
    Fields.check(max >= 1 && max <= FileRequest.Search.MAX_RESULTS, WireRefusal.TOO_MANY);
    Fields.check(message.getTermsCount() <= Query.MAX_TERMS, WireRefusal.BAD_QUERY);
    List<Term> terms = new ArrayList<>();
    for (TermMessage term : message.getTermsList()) {
      Term.Kind kind = readKind(term.getKind());
      Fields.check(Term.isPossible(kind, term.getText()), WireRefusal.BAD_QUERY);
      terms.add(new Term(kind, term.getText()));
    }
    Fields.check(Query.isPossible(terms), WireRefusal.BAD_QUERY);
    return new FileRequest.Search(new Query(terms), max);
  }

  private static Term.Kind readKind(TermMessage.Kind kind) throws Unreadable {
    return switch (kind) {
      case WORD -> Term.Kind.WORD;
      case PREFIX -> Term.Kind.PREFIX;
      case WITHOUT -> Term.Kind.WITHOUT;
      case UNRECOGNIZED -> throw new Unreadable(WireRefusal.BAD_QUERY);
    };
  }

  private static FileRequest readFetchLeaves(FetchLeavesMessage message) throws Unreadable {
    int first = message.getFirst();
    int count = message.getCount();
    Fields.check(
        first >= 0
            && count >= 1
            && count <= FileRequest.FetchLeaves.MAX_LEAVES
            && first <= Integer.MAX_VALUE - count,
        WireRefusal.BAD_RANGE);
    return new FileRequest.FetchLeaves(Fields.root(message.getRoot()), new LeafRange(first, count));
  }
}
