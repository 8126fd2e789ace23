using System.Globalization;
using System.Text;

namespace CustomerDashboard.Core.Cleaning;

/// <summary>
/// Words that name a service or a bookkeeping entry rather than a thing to sell, in the languages retailers' files are
/// often in. Compared without case or accents.
/// </summary>
internal static class ServiceWords
{
    private static readonly HashSet<string> Words = new(StringComparer.Ordinal)
    {
        // English
        "postage", "carriage", "shipping", "shipment", "freight", "delivery", "handling", "packing", "surcharge", "courier",
        "manual", "bank", "charge", "charges", "fee", "fees", "amazonfee", "commission", "sample", "samples", "discount", "discounts",
        "adjust", "adjustment", "adjustments", "debt", "voucher", "vouchers", "test", "refund", "rebate", "rounding", "deposit",
        "credit", "correction", "donation", "insurance", "tip", "tax", "vat", "interest", "writeoff", "cruk",
        // German
        "porto", "versand", "versandkosten", "lieferung", "lieferkosten", "gebuhr", "gebuhren", "bearbeitungsgebuhr", "rabatt", "skonto",
        "gutschein", "muster", "pfand", "rundung", "anzahlung", "gutschrift", "spende", "korrektur", "bankgebuhren",
        // French
        "port", "frais", "livraison", "expedition", "remise", "echantillon", "echantillons", "avoir", "acompte", "arrondi", "affranchissement",
        // Spanish, Portuguese, Italian
        "envio", "gastos", "descuento", "comision", "muestra", "muestras", "ajuste", "cupon", "flete", "franqueo", "frete", "desconto", "amostra",
        "taxa", "comissao", "portes", "spedizione", "sconto", "commissione", "campione", "campioni", "trasporto", "spese", "rimborso",
        // Dutch, Nordic
        "verzendkosten", "verzending", "korting", "bezorgkosten", "cadeaubon", "bankkosten", "staal", "frakt", "fragt", "gebyr", "avgift",
        "provision", "prov", "prove", "presentkort", "gavekort", "oresavrundning", "toimitus", "toimituskulut", "alennus", "naytteet",
        // Polish, Czech, Hungarian
        "wysylka", "dostawa", "przesylka", "rabat", "oplata", "probka", "doprava", "postovne", "sleva", "poplatek", "vzorek", "szallitas", "kedvezmeny",
        // Turkish, Russian, Ukrainian, Greek
        "kargo", "nakliye", "indirim", "numune", "komisyon", "доставка", "скидка", "комиссия", "образец", "почта", "знижка", "μεταφορικα", "εκπτωση",
        // Arabic
        "شحن", "توصيل", "خصم",
    };

    private static readonly string[] Fragments = ["运费", "邮费", "折扣", "手续费", "送料", "手数料", "割引", "배송비", "할인"];

    /// <summary>Words a code may stand for but which in a description can be part of a product's name.</summary>
    private static readonly HashSet<string> CodeWords = new(StringComparer.Ordinal)
    {
        "post", "ship", "dot", "misc", "gift", "giftcard", "giftvoucher", "disc", "adj", "comm", "del", "man", "pp", "fracht",
    };

    private static readonly HashSet<string> Fillers = new(StringComparer.Ordinal)
    {
        "and", "the", "for", "of", "by", "to", "cost", "costs", "card", "gift", "bad", "amazon", "dotcom", "ebay", "paypal", "de", "di", "du",
        "des", "und", "et", "y", "e", "uk", "eu", "usd", "eur", "gbp", "domestic", "international", "express", "standard", "extra", "service",
    };

    /// <summary>The first service word of a description, or null.</summary>
    public static string? In(string text) => Tokens(text).FirstOrDefault(Words.Contains) ?? Array.Find(Fragments, text.Contains);

    /// <summary>The service word that a code is or starts with, or null.</summary>
    public static string? InCode(string code) => Tokens(code).FirstOrDefault(token => Words.Contains(token) || CodeWords.Contains(token));

    /// <summary>True when a description says nothing but service words, so that even a code like any other is suspicious.</summary>
    public static bool IsNothingElse(string text)
    {
        bool any = false;
        foreach (string token in Tokens(text))
        {
            bool isService = Words.Contains(token);
            if (!isService && !Fillers.Contains(token))
            {
                return false;
            }

            any |= isService;
        }

        return any;
    }

    private static List<string> Tokens(string text)
    {
        List<string> tokens = [];
        StringBuilder token = new();
        foreach (char character in text.ToLowerInvariant().Normalize(NormalizationForm.FormD) + ' ')
        {
            if (char.IsLetter(character))
            {
                token.Append(character switch { 'ø' => 'o', 'ł' => 'l', 'ı' => 'i', _ => character });
            }
            else if (char.GetUnicodeCategory(character) != UnicodeCategory.NonSpacingMark && token.Length > 0)
            {
                tokens.Add(token.ToString());
                token.Clear();
            }
        }

        return tokens;
    }
}
