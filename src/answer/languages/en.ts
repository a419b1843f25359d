import { ENGLISH_SYNONYMS } from "./en-synonyms.js";
import type { FollowUpWords } from "./follow-up-words.js";
import type { LanguageData } from "./language.js";
import { stemEnglish } from "./stem-english.js";
import { wordGroups, wordMap, wordSet, wordsAs } from "./words.js";

const followUp: FollowUpWords = {
  opening:
    /^(?:(?:ok|okay|thanks|thank you|thx|cool|great|nice|good|right|alright|well|so|hm+|ah|oh) )*(?:(?:and |but |so )?(?:what|how) about|what of|and for|and|but|plus|also|then|(?:(?:no|nope|sorry|oops|wait|actually) )*(?:i (?:mean|meant)|sorry|actually|(?:no|nope)(?= (?:the|in|at|on|for)\b)))(?= |$)/,
  about: /(?:what|how) about$|what of$/,
  pronouns: wordsAs({ thing: "it", person: "he him she", group: "they them" }),
  latePronouns: wordsAs({ thing: "that this", person: "her", group: "those these", where: "there", when: "then" }),
  leads: wordSet("was is were are did does about of in at for after before by"),
  possessives: wordsAs({ thing: "its", person: "his her", group: "their" }),
  clitics: new Set(),
  other: /\bthe other (?:(\w+) )?(?:ones?|side|part|half)\b|\bthe other(?: (\w+))?$|\bthe other (\w+)\b/,
  fixed: wordSet("other one ones side part half about"),
  determiners: wordSet("the that this same"),
  prepositions: wordSet("in at on of for from by about with during to"),
  locatives: wordSet("in at on during"),
  firstAsks: new Set(),
  auxiliaries: wordSet("did do does is are was were has have had can could will would should may might must"),
  months: wordSet(
    "january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec",
  ),
  kinds: wordsAs({
    event: "meeting meetings talks event events forum conference summit round tournament fair session",
    person: "person man woman guy official officials speaker leader expert delegate",
    place: "place city country side delegation town capital nation",
    organisation: "organisation organization article source publisher ministry department agency club company",
  }),
  whoSaid: /^who (?:said|says|say|reported|reports|claims|claimed|stated|states)(?: (?:so|that|this|it))?$/,
  whoElse: [/^(?:was there )?(?:who|any(?:one|body)|some(?:one|body)) else(?: there)?$/, "else"],
  which: /^(?:and )?(?:which|what) (?:ones?|were (?:they|those)|are (?:they|those))$|^which$/,
  counts: /^how many$/,
  whichOf: "which",
  more: /^(?:(?:is|was) there |do you (?:know|have) |(?:can you |could you )?(?:tell|give) me )?(?:(?:any|some|no)thing (?:else|more)|what else|(?:any |some |a bit |a little )?more(?: about (?:it|that|this))?)$|^(?:go on|continue)$/,
  thanks:
    /^(?=.*\b(?:thanks|thank|thx|ty|cheers)\b)(?:(?:ok|okay|great|cool|nice|perfect|awesome|alright|good|many|thanks|thank|you|u|thx|ty|cheers|so|very|much|a|lot|again|bot|footnote|for|that|the|your|help|man|mate|bro|this|all)(?: |$))+$/,
  pick: /^(?:(?:i (?:mean|meant|want|pick|take|choose)|yes|yeah|ok|pick|take|choose|number|no|option|the|please|question)\s)*(\d{1,2}|first|second|third|fourth|fifth|last)(?: (?:one|option|question|please))*$/,
  ordinals: new Map([
    ["first", 1],
    ["second", 2],
    ["third", 3],
    ["fourth", 4],
    ["fifth", 5],
    ["last", -1],
  ]),
  ask: {
    who: (name) => `who was at ${name}`,
    when: (name) => `when was ${name}`,
    where: (name) => `where was ${name} held`,
    why: (name) => `what was the purpose of ${name}`,
    "how-many": (name) => `how many people were at ${name}`,
  },
  is: { who: "is", when: "is", where: "is" },
  adjectivesFollow: false,
  verbTakesThing: true,
  at: (name) => `at ${name}`,
  joints: [
    [/\b(?:part|participated?|involved|interested)$/, "in"],
    [/\b(?:charge|(?:the|an?) \w+)$/, "of"],
    [/\bhow many (?:minutes|hours|days|weeks|months|years)$/, "was"],
    [/\bhow many \w+$/, "were at"],
    [/\battend(?:ed)?$/, ""],
    [/\b(?:spoke|talked|(?:was|were|is|are) (?!called|named)\w+ed)$/, "at"],
  ],
  splitters: wordSet("did do does"),
  verbless:
    /^(?:(?:in|from|at|on|of|to|for|with|by|about) (?:which|what)(?: (?!did|do|does|was|were|is|are)\w+){0,2}|what for)$/,
  participles: /(?:ed|built|held|made|written|begun|sold|given|shown|taken|won|lost|found)$/,
  whose: (owned, owner) => `${owner}${owner.endsWith("s") ? "'" : "'s"} ${owned}`,
  sentence: (words) => `${words.charAt(0).toUpperCase()}${words.slice(1)}?`,
};

/** English. */
export const english: LanguageData = {
  code: "en",
  stem: stemEnglish,
  stopWords: wordSet(`
    a an the this that these those and or but nor so if then than as at by for from in into of off on onto out over to too up with within
    about between through during per via among upon toward towards against
    i me my mine we our ours you your yours he him his she her hers it its they them their theirs one ones
    am is are was were be been being do does did done doing have has had having will would shall should can could may might must
    don doesn didn isn aren wasn weren hasn hadn wouldn couldn shouldn ain cannot not no
    there here also just very more most much many any some such own
    s t d ll m re ve
  `),
  questionWords: wordSet("who whom whose what which when where why how"),
  chatWords: wordSet(`
    please pls plz kindly tell know want wanted need like explain describe give gimme show find remember remind recall
    anyone anybody someone somebody everyone everybody guys guy bro dude man mate fam bot buddy friend sir yall folks
    hi hello hey yo ayo heya greetings thanks thank thx ty cheers welcome sorry lol lmao haha omg btw tbh imo fyi ok okay yeah yep yes nope nah hmm um uh well
    really actually exactly basically literally honestly maybe perhaps possibly probably simply quick quickly short briefly
    question questions ask asking asked wonder wondering curious wanna gonna gotta lemme let got get gets getting thing things stuff info
    think thought guess suppose believe understand see saw look looking read reading heard hear seem seems
    help helps helping right sure again even rn else kind sort bit lot lots way
    according
    ngl fr frfr tho though lowkey highkey deadass bruh bruv any1 some1 every1 sum1 imma finna tryna wtf wth smh idk idc ikr iirc afaik asap tldr peeps legit kinda sorta
    tbf istg ong bet sus vibe vibes tea spill drop hmu pics bullet points list listed listing out plz pleaseee thx cya brb gg ez nvm jk welp dang damn heck hell crazy wild
    ppl dunno whatcha whaddya yall ya aight alright anyways anyway besides wise totally super pretty really honest serious seriously
    homework exam essay thesis class teacher professor student students assignment paper presentation podcast quiz school university course lesson
    context summary overview brief example examples
    hope hoping trying try tried need needed looking came across stumbled keep keeps bit confused sorry bother wonder able thanks appreciate advance
    new here long
    `),
  variants: wordMap(`
    teh=the hte=the adn=and nad=and taht=that tht=that thier=their iz=is wuz=was woz=was waz=was waht=what whta=what hwat=what wot=what hoo=who wehn=when whne=when wehre=where whre=where hwo=how hwy=why becuase=because becouse=because
    b4=before gr8=great l8=late 2day=today thru=through cos=because cus=because wrt=about re=about wat=what wut=what wht=what whats=what wats=what whos=who hu=who whens=when wen=when wher=where wheres=where wheres=where y=why hows=how wich=which whcih=which
    u=you ur=your r=are n=and nd=and abt=about bout=about cuz=because bc=because coz=because w=with wit=with dat=that da=the tha=the dis=this
    im=i ive=i ill=i id=i dont=not doesnt=not didnt=not isnt=not wasnt=not arent=not werent=not cant=not wont=not couldnt=not wouldnt=not
    theyre=they theyve=they youre=you weve=we thats=that theres=there
    govt=government gov=government mtg=meeting mtgs=meetings intl=international natl=national min=minister dept=department depts=departments
    jan=january feb=february febr=february mar=march apr=april jun=june jul=july aug=august sep=september sept=september oct=october nov=november dec=december
    mon=monday tue=tuesday tues=tuesday wed=wednesday weds=wednesday thu=thursday thur=thursday thurs=thursday fri=friday
    zero=0 two=2 three=3 four=4 five=5 six=6 seven=7 eight=8 nine=9 ten=10 eleven=11 twelve=12
    defence=defense organisation=organization organisations=organizations organise=organize organised=organized organising=organizing organiser=organizer organisers=organizers
    programme=program centre=center behaviour=behavior neighbour=neighbor neighbours=neighbors normalise=normalize normalised=normalized normalising=normalizing normalisation=normalization
    informatisation=informatization
  `),
  synonyms: wordGroups(ENGLISH_SYNONYMS),
  aspects: [
    [
      /\bhow (?:many|much|long)\b(?! ago)|\b(?:number|amount|count|headcount|total|tally|length|duration) (?:of|in)\b|\bhead count\b/,
      "how-many",
    ],
    [
      /\b(?:know|knows|tell me|says?|remember|recall|sure|find out|idea|and|or|exactly) when\b|\bwhen (?:was|were|did|is|are|will)\b|^(?!(?:\w+ ){0,3}?(?:what|who|whom|where|why|how|which|did|does|was|were|is|are|has|have)\b.* when\b).*\bwhen\b|\b(?:what|which|exact|(?<!\bat )the) (?:(?:exact|precise|specific|calendar|full|actual|very) )*(?:date|dates|day|days|month|months|year|years|weekday|time)\b|\bcalendar (?:date|day)s?\b|\bdates? (?:of|for)\b|\bhow long ago\b/,
      "when",
    ],
    [
      /\bwhere(?:abouts)?\b|\b(?:what|which) (?:city|place|location|venue|capital|town|site|spot)\b|\blocation of\b|\bplace of\b/,
      "where",
    ],
    [/\bwhy\b|\bhow come\b|\bwhat (?:for|reason|purpose)\b|\breasons? (?:for|why|of)\b/, "why"],
    [
      /^(?:\w+ ){0,6}?(?:who|whom|whose)\b|\b(?:what|which) (?:person|official|officials|people|man|men|woman|women|expert|experts|speaker|speakers|guy|guys|dude|leader|minister|diplomat|envoy|delegate|delegates)\b|^(?:\w+ ){0,3}?names? (?:of )?the (?:person|people|official|officials|man|men|woman|women|guy|leader|head|speaker)\b/,
      "who",
    ],
  ],
  smallTalk:
    /^(?:(?:hi|hello|hey|yo|ayo|hiya|howdy|greetings|good (?:morning|afternoon|evening|day|night)|sup|whats up|what up|hru|how (?:are|r) (?:you|u|ya)(?: doing)?(?: today)?|how is it going|thanks|thank you|thank u|thx|ty|cheers|bye|goodbye|see (?:you|ya)|gn|gm|good bot|bad bot|nice|cool|great|awesome|ok|okay|lol|lmao|haha|test|testing|ping|help|help me|there|bot|footnote|everyone|all|again|so much|a lot|very much|man|bro|dude|mate|please|to you|all|guys|folks)(?: |$))+$|\b(?:are|r) (?:you|u) (?:a |an |really |actually |even |just )*(?:real|human|bot|robot|ai|person|alive|sentient|chatgpt|gpt|llm|okay|ok|there|sure|stupid|dumb|single|serious)\b|^(?:so )?(?:who|what) (?:are|r) (?:you|u)\b|\bwho (?:made|built|created|wrote|programmed) (?:you|u|this bot)\b|\bwhat can (?:you|u|this bot|i ask)\b|\b(?:your|ur) (?:name|favourite|favorite|opinion|age|mom|creator)\b|\bhow old (?:are|r) (?:you|u)\b|\b(?:what|wat) (?:time|day) is it\b|\btell me (?:a|another) (?:joke|story)\b|\bi (?:love|like|hate|miss) (?:you|u)\b|\bwill you marry me\b/,
  supposing:
    /^(?:(?:so|and|but|hey|ok) )?(?:why|how come|what made|what led|how did|how (?:was|were) it|given|since|because|considering|now that|knowing|if|when \w+(?: \w+)* (?:who|what|why|how))\b|\b(?:right|correct)$/,
  comparingWords: wordSet(
    "or both versus vs than earlier later before after first compare compared differ difference between same other too also",
  ),
  and: /^(?:and|plus|also)$/,
  followUp,
};
