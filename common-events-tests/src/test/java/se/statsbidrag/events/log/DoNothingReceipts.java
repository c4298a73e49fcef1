package se.statsbidrag.events.log;

import java.time.Duration;
import java.util.Map;

/** The contract of receipts, held against some that do nothing. */
class DoNothingReceipts extends ReceiptsContract {
    @Override
    Subject empty() {
        return new Subject(new IdleReceipts(), new IdleTransactions(), () -> false);
    }

    private static final class IdleReceipts implements Receipts {
        @Override
        public Claim claim(ReceiptKey key, String bodyHash) {
            return new Claim.Repeated(new StoredAnswer(200, "", Map.of()));
        }

        @Override
        public void complete(ReceiptKey key, StoredAnswer answer) {}

        @Override
        public int purge(Duration olderThan) {
            return 0;
        }
    }
}
