package se.statsbidrag.allocation.bank;

import com.prowidesoftware.swift.model.mx.MxCamt05300108;
import com.prowidesoftware.swift.model.mx.dic.AccountIdentification4Choice;
import com.prowidesoftware.swift.model.mx.dic.AccountStatement9;
import com.prowidesoftware.swift.model.mx.dic.ActiveOrHistoricCurrencyAndAmount;
import com.prowidesoftware.swift.model.mx.dic.BankToCustomerStatementV08;
import com.prowidesoftware.swift.model.mx.dic.CashBalance8;
import com.prowidesoftware.swift.model.mx.dic.CreditDebitCode;
import com.prowidesoftware.swift.model.mx.dic.DateAndDateTime2Choice;
import com.prowidesoftware.swift.model.mx.dic.EntryTransaction10;
import com.prowidesoftware.swift.model.mx.dic.NumberAndSumOfTransactions4;
import com.prowidesoftware.swift.model.mx.dic.RemittanceInformation16;
import com.prowidesoftware.swift.model.mx.dic.ReportEntry10;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.allocation.domain.payment.Statement;
import se.statsbidrag.rules.programme.DeadlineDay;

/** Reads a bank-to-customer statement, camt.053.001.08. */
public final class StatementFile {
    private static final String KIND = "camt.053.001.08";

    private StatementFile() {}

    /** @throws UnusableFile when it cannot be used at all, or its sums do not hold: something is missing in it */
    public static Statement read(byte[] file) {
        MxCamt05300108 read = MxCamt05300108.parse(BankXml.checked(file, KIND));
        BankToCustomerStatementV08 statement =
                BankXml.required(read == null ? null : read.getBkToCstmrStmt(), "BkToCstmrStmt");
        String message = BankXml.required(
                BankXml.required(statement.getGrpHdr(), "GrpHdr").getMsgId(), "GrpHdr/MsgId");
        List<String> accounts = new ArrayList<>();
        List<Statement.Entry> entries = new ArrayList<>();
        if (statement.getStmt().isEmpty()) {
            throw UnusableFile.wrong("Stmt", "It is missing");
        }
        for (AccountStatement9 account : statement.getStmt()) {
            accounts.add(number(account));
            requireSums(account);
            account.getNtry().stream().filter(StatementFile::isBooked).forEach(entry -> add(entry, entries));
        }
        requireUnique(entries);
        return new Statement(message.strip(), accounts, entries);
    }

    private static String number(AccountStatement9 account) {
        AccountIdentification4Choice id = BankXml.required(
                BankXml.required(account.getAcct(), "Stmt/Acct").getId(), "Stmt/Acct/Id");
        String number = id.getIBAN() != null
                ? id.getIBAN()
                : id.getOthr() == null ? null : id.getOthr().getId();
        return BankXml.required(number, "Stmt/Acct/Id").replaceAll("[\\s-]", "");
    }

    private static boolean isBooked(ReportEntry10 entry) {
        return entry.getSts() != null && "BOOK".equals(entry.getSts().getCd());
    }

    /** A bank counts and sums what it sends: where that does not hold, the file is not whole. */
    private static void requireSums(AccountStatement9 account) {
        NumberAndSumOfTransactions4 totals =
                account.getTxsSummry() == null ? null : account.getTxsSummry().getTtlNtries();
        List<ReportEntry10> entries = account.getNtry();
        if (totals != null
                && totals.getNbOfNtries() != null
                && BankXml.number(totals.getNbOfNtries(), "TxsSummry/TtlNtries/NbOfNtries") != entries.size()) {
            throw UnusableFile.wrong(
                    "TxsSummry/TtlNtries/NbOfNtries",
                    "It says " + totals.getNbOfNtries() + " entries, and there are " + entries.size());
        }
        BigDecimal sum = entries.stream().map(StatementFile::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (totals != null && totals.getSum() != null && totals.getSum().compareTo(sum) != 0) {
            throw UnusableFile.wrong(
                    "TxsSummry/TtlNtries/Sum", "It says " + totals.getSum() + ", and the entries sum to " + sum);
        }
        Optional<BigDecimal> opening = balance(account, "OPBD");
        Optional<BigDecimal> closing = balance(account, "CLBD");
        BigDecimal moved = entries.stream()
                .filter(StatementFile::isBooked)
                .map(entry -> signed(amount(entry), entry.getCdtDbtInd()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        if (opening.isPresent()
                && closing.isPresent()
                && opening.get().add(moved).compareTo(closing.get()) != 0) {
            throw UnusableFile.wrong(
                    "Bal", "Opening balance " + opening.get() + " and entries do not give closing " + closing.get());
        }
    }

    private static Optional<BigDecimal> balance(AccountStatement9 account, String kind) {
        return account.getBal().stream()
                .filter(each -> each.getTp() != null
                        && each.getTp().getCdOrPrtry() != null
                        && kind.equals(each.getTp().getCdOrPrtry().getCd()))
                .map((CashBalance8 each) ->
                        signed(BankXml.required(each.getAmt(), "Bal/Amt").getValue(), each.getCdtDbtInd()))
                .findFirst();
    }

    private static BigDecimal amount(ReportEntry10 entry) {
        return BankXml.required(BankXml.required(entry.getAmt(), "Ntry/Amt").getValue(), "Ntry/Amt");
    }

    private static BigDecimal signed(BigDecimal amount, @Nullable CreditDebitCode direction) {
        return BankXml.required(direction, "CdtDbtInd") == CreditDebitCode.DBIT ? amount.negate() : amount;
    }

    private static void add(ReportEntry10 entry, List<Statement.Entry> entries) {
        List<EntryTransaction10> transactions = entry.getNtryDtls().stream()
                .flatMap(each -> each.getTxDtls().stream())
                .toList();
        String reference = reference(entry, entries.size() + 1);
        LocalDate day = day(entry.getBookgDt());
        boolean outgoing = entry.getCdtDbtInd() == CreditDebitCode.DBIT;
        if (transactions.size() <= 1) {
            EntryTransaction10 only = transactions.isEmpty() ? null : transactions.getFirst();
            entries.add(entry(reference, outgoing, only, entry.getAmt(), day));
            return;
        }
        for (int index = 0; index < transactions.size(); index++) {
            EntryTransaction10 each = transactions.get(index);
            entries.add(entry(
                    reference + "-" + (index + 1),
                    outgoing,
                    each,
                    BankXml.required(each.getAmt(), "Ntry/NtryDtls/TxDtls/Amt"),
                    day));
        }
    }

    private static Statement.Entry entry(
            String reference,
            boolean outgoing,
            @Nullable EntryTransaction10 transaction,
            ActiveOrHistoricCurrencyAndAmount amount,
            LocalDate day) {
        BigDecimal value = BankXml.required(amount.getValue(), "Ntry/Amt");
        BigDecimal kronor = value.setScale(0, RoundingMode.FLOOR);
        String payment = transaction == null || transaction.getRefs() == null
                ? ""
                : BankXml.text(transaction.getRefs().getEndToEndId());
        return new Statement.Entry(
                reference,
                outgoing,
                payment,
                transaction == null ? List.of() : texts(transaction, payment),
                kronor.longValueExact(),
                kronor.compareTo(value) == 0 && "SEK".equals(amount.getCcy()),
                day);
    }

    private static List<String> texts(EntryTransaction10 transaction, String payment) {
        List<@Nullable String> texts = new ArrayList<>();
        texts.add(payment);
        RemittanceInformation16 information = transaction.getRmtInf();
        if (information != null) {
            texts.addAll(information.getUstrd());
            information.getStrd().forEach(each -> {
                if (each.getCdtrRefInf() != null) {
                    texts.add(each.getCdtrRefInf().getRef());
                }
                each.getRfrdDocInf().forEach(document -> texts.add(document.getNb()));
            });
        }
        return texts.stream().filter(Objects::nonNull).map(BankXml::text).toList();
    }

    private static String reference(ReportEntry10 entry, int index) {
        String own = BankXml.text(entry.getAcctSvcrRef() == null ? entry.getNtryRef() : entry.getAcctSvcrRef());
        return own.isEmpty() ? "#" + index : own;
    }

    private static LocalDate day(@Nullable DateAndDateTime2Choice booked) {
        DateAndDateTime2Choice date = BankXml.required(booked, "Ntry/BookgDt");
        return date.getDt() != null
                ? date.getDt()
                : BankXml.required(date.getDtTm(), "Ntry/BookgDt")
                        .atZoneSameInstant(DeadlineDay.SWEDEN)
                        .toLocalDate();
    }

    private static void requireUnique(List<Statement.Entry> entries) {
        Set<String> seen = new HashSet<>();
        for (Statement.Entry entry : entries) {
            if (!seen.add(entry.reference())) {
                throw UnusableFile.wrong("Ntry/AcctSvcrRef", "Two entries have the reference " + entry.reference());
            }
        }
    }
}
