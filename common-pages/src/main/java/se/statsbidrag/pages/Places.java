package se.statsbidrag.pages;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where each service's pages are found by a browser; no last slash. Behind one proxy all three may be the same. */
@ApplicationScoped
public class Places {
    private final String overview;
    private final String cases;
    private final String money;

    Places(
            @ConfigProperty(name = "statsbidrag.pages.overview") String overview,
            @ConfigProperty(name = "statsbidrag.pages.cases") String cases,
            @ConfigProperty(name = "statsbidrag.pages.money") String money) {
        this.overview = overview;
        this.cases = cases;
        this.money = money;
    }

    /** The first page of all. */
    public String getHome() {
        return overview + "/";
    }

    /** Overview and statistics, in reporting-service: {@code http://localhost:8083/overview}. */
    public String getOverview() {
        return overview + "/overview";
    }

    /** E-service, officer's desk and rules, in requisition-service: {@code http://localhost:8081/cases}. */
    public String getCases() {
        return cases + "/cases";
    }

    /** Each recipient's money, in allocation-service: {@code http://localhost:8082/money}. */
    public String getMoney() {
        return money + "/money";
    }
}
