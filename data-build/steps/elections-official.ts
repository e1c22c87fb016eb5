/** What a page prints of one ballot in the whole city. Read on 2026-11-26; used by the tests alone. */
export interface Published {
  period: string;
  ballot: string;
  /** Who prints it, and on whose word. */
  source: string;
  url: string;
  electors?: number;
  voters?: number;
  valid?: number;
  /** Voters per hundred electors. */
  turnout?: number;
  /** Votes by name as the edition has it. */
  counts?: Readonly<Record<string, number>>;
  /** Per cent of all votes of the ballot. */
  shares?: Readonly<Record<string, number>>;
  /** Largest relative difference of a count: 0 for final figures, more where the page has those of the night of the count. */
  within?: number;
  /** Largest difference of a share in points; half of the last printed digit unless said otherwise. */
  points?: number;
}

export const PUBLISHED: readonly Published[] = [
  {
    period: '2004',
    ballot: 'mayor',
    source: 'Blitz quotidiano, 17 May 2011',
    url: 'https://blitzquotidiano.it/politica-italiana/bologna-merola-meno-voti-delbono-cofferati-859371',
    // Prints 0.9 % and 1.0 % fewer votes than the sections add up to, and the same shares: a count that was not yet whole.
    counts: { 'Sergio Gaetano Cofferati': 140_795, 'Giorgio Guazzaloca': 102_221 },
    shares: { 'Sergio Gaetano Cofferati': 55.92, 'Giorgio Guazzaloca': 40.6 },
    within: 0.011,
    points: 0.05,
  },
  {
    period: '2009',
    ballot: 'mayor',
    source: 'Comune di Bologna, Storia amministrativa',
    url: 'http://comune.bologna.it/storiaamministrativa/terms/detail/141315',
    valid: 226_976,
    counts: {
      delbono_flavio: 112_131,
      cazzola_alfredo: 66_058,
      guazzaloca_giorgio: 28_785,
      favia_giovanni: 7_428,
      pasquino_gianfranco: 4_448,
      monteventi_valerio: 3_625,
      tedde_giuseppina: 1_086,
      terra_michele: 897,
      mazzanti_alessandro_massimiliano: 728,
      morselli_stefano: 598,
      tam_giulio: 451,
      tucci_leonardo: 414,
      lagana_michele: 327,
    },
  },
  {
    period: '2009',
    ballot: 'council',
    source: 'l’Occidentale, 9 June 2009',
    url: 'https://loccidentale.it/bologna-delbono-non-ce-la-fa-al-primo-turno-si-va-al-ballottaggio/',
    counts: { partito_democratico: 85_183, popolo_delle_liberta: 32_960, giorgio_guazzaloca: 26_022 },
  },
  {
    period: '2011',
    ballot: 'mayor',
    source: 'la Repubblica, 449 sections of 449, 17 May 2011, 3:06',
    url: 'https://www.repubblica.it/static/speciale/2011/elezioni/comunali/bologna.html',
    valid: 210_185,
    electors: 302_325,
    counts: {
      virginio_merola: 106_070,
      manes_bernardini: 63_799,
      massimo_bugani: 19_969,
      stefano_aldrovandi: 10_679,
      daniele_corticelli: 6_442,
    },
    within: 0.002,
  },
  {
    period: '2011',
    ballot: 'council',
    source: 'la Repubblica, 449 sections of 449, 17 May 2011, 3:06',
    url: 'https://www.repubblica.it/static/speciale/2011/elezioni/comunali/bologna.html',
    counts: {
      partito_democratico: 72_335,
      popolo_della_liberta: 31_374,
      lega_nord: 20_268,
      con_amelia_per_bologna: 19_358,
      movimento_cinque_stelle: 17_778,
      stefano_aldrovandi_sindaco: 8_961,
      italia_dei_valori: 6_983,
    },
    within: 0.003,
  },
  {
    period: '2014',
    ballot: 'european',
    source: 'Modena 2000, final result, 26 May 2014',
    url: 'https://www.modena2000.it/2014/05/26/voto-a-bologna-affluenza-alle-urne-del-6484/',
    shares: {
      partito_democratico: 54.53,
      movimento_5_stelle_beppegrillo_it: 15.35,
      forza_italia: 10.44,
      l_altra_europa_con_tsipras: 8.89,
      lega_nord_die_freiheitlichen_basta_eururo: 3.26,
      nuovo_centro_destra_udc: 2.98,
      fratelli_d_italia_alleanza_nazionale: 2.51,
      verdi_europei_green_italia: 1.09,
      scelta_europea: 0.52,
      italia_dei_valori: 0.28,
    },
  },
  {
    period: '2016',
    ballot: 'mayor',
    source: 'LaPresse, 445 sections, 6 June 2016',
    url: 'http://www.lapresse.it/comunali-bologna-merola-al-4025-ballottagio-con-borgonzoni.html',
    counts: { merola: 68_752, bugani: 28_913 },
    within: 0.001,
    shares: { borgonzoni: 22.27, bernardini: 10.43, martelloni: 7, badiali: 1.51, lorenzoni: 1.25 },
    points: 0.03,
  },
  {
    period: '2016',
    ballot: 'mayor',
    source: 'Emilia-Romagna News 24, on the second round',
    url: 'https://www.emiliaromagnanews24.it/bologna-ballottaggio-affluenza-ore-23-22506.html',
    electors: 300_586,
  },
  {
    period: '2019',
    ballot: 'european',
    source: 'Bologna Today, May 2019',
    url: 'http://www.bolognatoday.it/politica/elezioni/elezioni-europee-risultati-bologna.html',
    shares: {
      partito_democratico: 40.33,
      lega_salvini: 21.82,
      movimento_5_stelle: 10.84,
      berlusconi_forza_italia: 5.79,
      giorgia_meloni_fratelli_d_italia: 4.65,
      europa_verde: 4.56,
      la_sinistra: 4.09,
    },
  },
  {
    period: '2020',
    ballot: 'regional-president',
    source: 'Biblioteca Salaborsa (Comune di Bologna), Cronologia di Bologna',
    url: 'https://www.bibliotecasalaborsa.it/bolognaonline/cronologia-di-bologna/2020/elezioni_regionali_emilia_romagna',
    shares: { bonaccini: 64.84, borgonzoni: 31.12 },
  },
  {
    period: '2020',
    ballot: 'regional-council',
    source: 'Biblioteca Salaborsa (Comune di Bologna), Cronologia di Bologna',
    url: 'https://www.bibliotecasalaborsa.it/bolognaonline/cronologia-di-bologna/2020/elezioni_regionali_emilia_romagna',
    shares: { lega: 18.45 },
  },
  {
    period: '2021',
    ballot: 'mayor',
    source: 'il Quotidiano Italiano, data of the Ministry of the Interior, 4 October 2021',
    url: 'https://www.ilquotidianoitaliano.com/2021/10/04/comunali-bologna2021-vittoria-schiacciante-di-matteo-lepore-pd-e-il-primo-partito/',
    counts: {
      matteo_lepore: 94_565,
      fabio_battistini: 45_282,
      marta_collot: 3_801,
      stefano_sermenghi: 3_053,
      andrea_tosatto: 2_497,
      addolorata_palumbo_detta_dora: 2_433,
    },
  },
  {
    period: '2021',
    ballot: 'mayor',
    source: 'la Repubblica, voters as told when the polls closed, 4 October 2021',
    url: 'https://bologna.repubblica.it/cronaca/2021/10/04/news/bologna_risultati_elezioni_comunali_2021_in_diretta-320723019/',
    voters: 156_688,
    within: 0.0005,
    turnout: 51.16,
    points: 0.03,
  },
  {
    period: '2021',
    ballot: 'council',
    source: 'la Repubblica, 5 October 2021',
    url: 'https://bologna.repubblica.it/cronaca/2021/10/04/news/bologna_risultati_elezioni_comunali_2021_in_diretta-320723019/',
    shares: {
      partito_democratico_lepore_sindaco: 36.5,
      fratelli_d_italia: 12.63,
      lega_salvini_premier: 7.74,
      coalizione_civica_per_bologna_coraggiosa_ecologista_solidale: 7.32,
      matteo_lepore_sindaco: 6.35,
      anche_tu_conti: 5.72,
      battistini_sindaco_bologna_ci_piace: 4.53,
      forza_italia: 3.79,
      movimento_5_stelle_2050: 3.37,
      europa_verde_verdi: 2.81,
    },
  },
  {
    period: '2022',
    ballot: 'chamber',
    source: 'la Repubblica, 27 September 2022',
    url: 'https://bologna.repubblica.it/cronaca/2022/09/27/news/elezioni_risultati_a_bologna_lanalisi_del_voto_nei_quartieri-367512373/',
    turnout: 73.3,
    points: 0.05,
  },
];
