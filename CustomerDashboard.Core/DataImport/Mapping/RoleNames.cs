namespace CustomerDashboard.Core.DataImport.Mapping;

/// <summary>What columns of each role are called in retail files, in several languages, without case, accents and separators.</summary>
/// <param name="Role">The role.</param>
/// <param name="Exact">Whole names.</param>
/// <param name="Parts">Telling parts of longer names.</param>
/// <param name="Against">Parts that speak against the role.</param>
internal sealed record RoleNames(ColumnRole Role, string[] Exact, string[] Parts, string[] Against)
{
    public static IReadOnlyList<RoleNames> All { get; } =
    [
        Of(ColumnRole.Customer,
            "customer customerid customerno customernumber customercode custid custno cust client clientid clientno clientcode clientnumber user userid buyer buyerid buyeremail member memberid membershipid loyaltyid loyaltycard cardnumber shopper shopperid householdkey household account accountid customeruniqueid email customeremail "
            + "kunde kundennr kundennummer kundenid kundeid kdnr kundenkonto debitor debitorennummer idclient numclient numeroclient codeclient noclient nclient cliente clienteid idcliente codcliente codigocliente numerocliente ncliente numcliente codicecliente clientenr klant klantid klantnr klantnummer klantcode "
            + "klient klientid idklienta nrklienta numerklienta klienci kontrahent musteri musteriid musterino musterikodu musterinumarasi kund kundid kundnummer kundnr asiakas asiakasnumero zakaznik",
            "customer client kunde kund cliente klant klient musteri buyer member shopper household acheteur comprador acquirente",
            "name nom nombre nome naam type segment group gruppe country land pais paese ulke city email age date datum price"),
        Of(ColumnRole.Invoice,
            "invoice invoiceno invoiceid invoicenumber invoicenum invoicenr order orderid orderno ordernumber ordernum ordernr transaction transactionid transactionno transactionnumber txn txnid transid receipt receiptid receiptno receiptnumber basket basketid bill billno billid billnumber sale saleid salesid salesorder salesordernumber salesorderid document documentno documentnumber docno ticket ticketid ticketno bon bonnr bonid cart cartid checkno voucher voucherno purchaseid "
            + "rechnung rechnungsnr rechnungsnummer rechnungid rechnr auftrag auftragsnr auftragsnummer bestellung bestellnr bestellnummer bestellungsnummer belegnr belegnummer beleg bestellid "
            + "facture nofacture numfacture numerofacture nfacture commande numcommande numerocommande nocommande ncommande idcommande factura numfactura numerofactura nfactura nofactura pedido numpedido numeropedido idpedido albaran "
            + "fattura numerofattura nfattura numfattura ordine numeroordine idordine scontrino numeroscontrino fatura numerofatura nfatura nfe notafiscal numeropedido encomenda factuur factuurnr factuurnummer bestelling bestelnummer ordernummer "
            + "faktura nrfaktury numerfaktury paragon nrparagonu zamowienie nrzamowienia numerzamowienia idzamowienia fatura faturano faturanumarasi siparis siparisno siparisid fis fisno fisnumarasi belgeno islemno ordrenr lasku tilausnumero",
            "invoice order receipt transaction rechnung auftrag bestell beleg facture commande factura pedido fattura ordine scontrino factuur faktur paragon zamow fatura siparis basket ticket",
            "date datum fecha data tarih line zeile item position status type art priority country date amount total qty"),
        Of(ColumnRole.ProductCode,
            "stockcode productcode productid productno productnumber product sku skuid skucode item itemid itemno itemcode itemnumber article articleno articlenumber articleid articlecode asin ean ean13 upc gtin barcode plu materialnumber material partnumber partno "
            + "artikel artikelnr artikelnummer artikelid artnr produkt produktnr produktid produktnummer produktcode refproduit referenceproduit reference ref codeproduit codearticle refarticle idproduit idarticle produit "
            + "producto codigoproducto codproducto idproducto articulo codigoarticulo referencia codigo codiceprodotto codprodotto idprodotto codicearticolo codarticolo codice prodotto articolo codigoproduto codproduto idproduto produto codigodoproduto "
            + "productnr productnummer artikelcode idproduktu kodproduktu symbol indeks kodtowaru urunkodu urunid urunno stokkodu stokno urun barkod varenr tuotenumero",
            "stockcode productid productcode productno sku itemcode itemid artikelnr artikelnummer produktnr codeproduit codigoproducto codiceprodotto codigoproduto kodproduktu urunkodu stokkodu barcode article artikel produkt produit producto prodotto",
            "name nom nombre nome naam description bezeichnung beschreibung category kategorie categorie categoria price preis prix precio prezzo group type qty quantity date line"),
        Of(ColumnRole.Description,
            "description productdescription itemdescription productname itemname product articlename itemdesc productdesc desc title producttitle goods "
            + "bezeichnung artikelbezeichnung produktbezeichnung beschreibung artikelname produktname artikeltext designation libelle libelleproduit libellearticle nomproduit descriptif description produit article "
            + "descripcion descripcionproducto nombreproducto articulo producto descrizione descrizioneprodotto nomeprodotto prodotto articolo descricao descricaoproduto nomeproduto nomedoproduto omschrijving productomschrijving artikelomschrijving productnaam "
            + "opis opisproduktu nazwaproduktu nazwa nazwatowaru towar produkt aciklama urunadi urunaciklamasi urun benamning beskrivelse varenavn",
            "description bezeichnung beschreibung designation libelle descripcion descrizione descricao omschrijving opis aciklama productname itemname artikelname produktname nomproduit nombreproducto nazwa urunadi",
            "customer kunde client category kategorie status"),
        Of(ColumnRole.Quantity,
            "quantity qty quantitysold orderqty orderquantity units unitssold unitsold pieces pcs count itemsqty itemquantity noofitems numberofitems volume amountofitems "
            + "menge anzahl stuck stueck stuckzahl stueckzahl bestellmenge verkaufsmenge quantite qte qt nombre nb nbarticles cantidad cant cantidades unidades uds quantita qta pezzi numeropezzi quantidade qtd qtde unidades "
            + "aantal hoeveelheid stuks ilosc liczba sztuk ilosczamowiona miktar adet satisadedi antal maara mnozstvi",
            "quantity qty menge anzahl stueck stuck quantite cantidad quantita quantidade aantal hoeveelheid ilosc miktar adet units",
            "price preis unitprice cost discount"),
        Of(ColumnRole.Date,
            "date invoicedate orderdate transactiondate purchasedate saledate salesdate datetime timestamp invoicedatetime orderdatetime ordertimestamp orderpurchasetimestamp transactiontime transdate txndate billdate receiptdate day orderedat createdat purchasedat invoicedt "
            + "datum rechnungsdatum bestelldatum belegdatum kaufdatum auftragsdatum verkaufsdatum buchungsdatum datefacture datedefacture datecommande datedecommande dateachat datevente jour fecha fechafactura fechapedido fechacompra fechaventa fechafacturacion "
            + "data datafattura dataordine dataacquisto datavendita datafatura datapedido datacompra datavenda factuurdatum besteldatum orderdatum aankoopdatum verkoopdatum datafaktury datazamowienia datasprzedazy datazakupu "
            + "tarih faturatarihi siparistarihi satistarihi islemtarihi fistarihi dato paivamaara",
            "date datum fecha tarih timestamp datetime data",
            "birth geburt naissance nacimiento nascita nascimento geboorte dogum urodzenia ship deliver liefer livraison entrega consegna due faellig return update signup registr expir end"),
        Of(ColumnRole.Time,
            "time timeofday ordertime invoicetime saletime hour transactiontime uhrzeit zeit rechnungszeit heure hora ora orario tijd tijdstip godzina czas saat",
            "time uhrzeit heure hora saat godzina",
            "days delivery lead"),
        Of(ColumnRole.UnitPrice,
            "price unitprice unitcost itemprice sellingprice saleprice salesprice priceperunit priceeach retailprice listprice productprice rate pricegbp priceusd priceeur "
            + "preis einzelpreis stuckpreis stueckpreis verkaufspreis vkpreis preisprostuck preisprostueck prix prixunitaire prixunit pu puht puttc prixvente precio preciounitario preciounidad preciounit preciodeventa pvp prezzo prezzounitario prezzounita prezzovendita preco precounitario valorunitario "
            + "prijs stukprijs eenheidsprijs prijsperstuk verkoopprijs cena cenajednostkowa cenajedn cenasprzedazy fiyat birimfiyat birimfiyati satisfiyati urunfiyati enhetspris pris yksikkohinta",
            "unitprice price einzelpreis stueckpreis stuckpreis preis prixunitaire prix precio prezzo preco prijs cena fiyat",
            "total gesamt extended line subtotal discount rabatt list shipping freight competitor"),
        Of(ColumnRole.LineAmount,
            "amount lineamount linetotal total totalamount totalprice totalsales sales salesamount salesvalue revenue turnover netamount grossamount netsales value extendedprice subtotal spend amountspent payment paymentvalue orderamount ordervalue ordertotal invoiceamount transactionamount purchaseamount saleamount grandtotal "
            + "betrag umsatz gesamt gesamtbetrag gesamtpreis summe positionswert warenwert rechnungsbetrag zeilenbetrag nettobetrag bruttobetrag montant montanttotal montantht montantttc prixtotal total totalttc totalht chiffredaffaires ca importe importetotal total preciototal monto montototal ventas ingresos "
            + "importo importototale totale prezzototale fatturato valor valortotal precototal total receita vendas montante bedrag totaalbedrag totaal totaalprijs regelbedrag omzet kwota wartosc wartoscsprzedazy suma kwotacalkowita tutar toplam toplamtutar tutartoplam ciro satistutari belop summa",
            "amount total revenue sales turnover betrag umsatz gesamt montant importe importo bedrag omzet kwota wartosc tutar toplam subtotal",
            "unit quantity qty tax steuer vat discount rabatt profit cost shipping date id count units"),
        Of(ColumnRole.Discount,
            "discount discountamount discountrate discountpct discountpercent rebate markdown coupondiscount promodiscount retaildisc rabatt nachlass skonto preisnachlass remise reduction rabais descuento dto sconto desconto korting rabat znizka upust indirim iskonto",
            "discount rabatt nachlass remise descuento sconto desconto korting rabat indirim iskonto",
            "price code name"),
        Of(ColumnRole.Category,
            "category productcategory productgroup producttype department dept subcategory productline itemcategory merchandisegroup commodity class division kategorie warengruppe produktgruppe produktkategorie artikelgruppe sortiment categorie categorieproduit famille rayon gamme categoria categoriaproducto familia seccion categoriaprodotto reparto categoriaproduto departamento secao "
            + "productgroep productcategorie artikelgroep kategoria kategoriaproduktu grupatowarowa kategori urunkategorisi urungrubu varegruppe",
            "category kategorie warengruppe produktgruppe categorie categoria productgroup department kategoria kategori famille",
            "customer kunde client"),
        Of(ColumnRole.Country,
            "country countryname countrycode customercountry shipcountry shippingcountry billingcountry market nation land kundenland lieferland staat pays paysclient paislivraison pais paiscliente paese nazione paesecliente kraj krajklienta ulke land landcode leverland maa stat",
            "country pays pais paese nazione ulke kraj land",
            "landing island brand"),
    ];

    private static RoleNames Of(ColumnRole role, string exact, string parts, string against) =>
        new(role, exact.Split(' '), parts.Split(' '), against.Split(' '));
}
